import { accessibleScenes } from '../../test/accessible-scenes.ts';
import { describe } from '../../test/suite.ts';

describe('the widget in English on a desktop', () => accessibleScenes('en', { width: 1280, height: 800 }));
