/**
 * @module The rows of other features that forms hang on, and those that print as a form by themselves: a case as F4 or
 * F5, a complaint as F6, a hand-over as F2, a returns report as F7, a remark on an order as F9.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { aftersales } from '../aftersales/index.ts';
import { complaints } from '../complaints/index.ts';
import { conversations } from '../conversations/index.ts';
import { forms, knownSubjects } from '../forms/index.ts';
import { orders } from '../orders/index.ts';
import { shifts } from '../shifts/index.ts';
import { ofCase, ofComplaint } from './cases.ts';
import { Subjects } from './codes.ts';
import { ofHandover, ofReturnsReport } from './records.ts';
import { ofConversation, ofOrder, ofRemark } from './service.ts';

export const formSubjectsFeature = defineFeature({
  name: 'formSubjects',
  requires: [forms, conversations, orders, aftersales, complaints, shifts],
  members: [Subjects],
  answers: [knownSubjects(ofConversation, ofOrder, ofRemark, ofCase, ofComplaint, ofHandover, ofReturnsReport)],
});
