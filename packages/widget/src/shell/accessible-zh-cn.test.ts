import { accessibleScenes } from '../../test/accessible-scenes.ts';
import { describe } from '../../test/suite.ts';

describe('the widget in Chinese on a phone', () => accessibleScenes('zh-CN', { width: 390, height: 780 }));
