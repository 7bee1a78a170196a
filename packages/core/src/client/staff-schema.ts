/** @module Generated from the GraphQL schema beside which it stands; never edited by hand. */

export interface StaffSchema {
  readonly query: Query;
  readonly mutation: Mutation;
  readonly subscription: Subscription;
  /** What can be answered, by its name. */
  readonly answers: {
    readonly Tenant: Tenant;
    readonly Store: Store;
    readonly ServiceHours: ServiceHours;
    readonly CalendarDay: CalendarDay;
    readonly LocalText: LocalText;
    readonly DayHours: DayHours;
    readonly WidgetLook: WidgetLook;
    readonly StoreBot: StoreBot;
    readonly StoreBotName: StoreBotName;
    readonly User: User;
    readonly OnboardingRecord: OnboardingRecord;
    readonly StaffSession: StaffSession;
    readonly Customer: Customer;
    readonly ConversationConnection: ConversationConnection;
    readonly PageInfo: PageInfo;
    readonly AfterSalesCaseConnection: AfterSalesCaseConnection;
    readonly CustomerIdentity: CustomerIdentity;
    readonly ShopperSession: ShopperSession;
    readonly IdentityKey: IdentityKey;
    readonly Form: Form;
    readonly FormVersionConnection: FormVersionConnection;
    readonly FormVersion: FormVersion;
    readonly FormRecord: FormRecord;
    readonly FormSignatureConnection: FormSignatureConnection;
    readonly FormFileConnection: FormFileConnection;
    readonly FormSignature: FormSignature;
    readonly FormFile: FormFile;
    readonly Notice: Notice;
    readonly NoticePolicy: NoticePolicy;
    readonly NoticePreference: NoticePreference;
    readonly FigureRecount: FigureRecount;
    readonly FrozenFigure: FrozenFigure;
    readonly Team: Team;
    readonly Department: Department;
    readonly Post: Post;
    readonly DutyAcknowledgement: DutyAcknowledgement;
    readonly BusinessFunction: BusinessFunction;
    readonly OrganisationChoice: OrganisationChoice;
    readonly FlowDefinition: FlowDefinition;
    readonly FlowNode: FlowNode;
    readonly FlowOwner: FlowOwner;
    readonly FlowClock: FlowClock;
    readonly FlowStart: FlowStart;
    readonly FlowVersion: FlowVersion;
    readonly ConsentEvent: ConsentEvent;
    readonly Consent: Consent;
    readonly OutreachPolicy: OutreachPolicy;
    readonly PolicyVersion: PolicyVersion;
    readonly PolicyContent: PolicyContent;
    readonly PolicyDecision: PolicyDecision;
    readonly PolicyReplayRun: PolicyReplayRun;
    readonly ReplayedMoney: ReplayedMoney;
    readonly ReplayedTurn: ReplayedTurn;
    readonly ReplayedCase: ReplayedCase;
    readonly ReplayedAnswer: ReplayedAnswer;
    readonly ReplayFailure: ReplayFailure;
    readonly ProductTerms: ProductTerms;
    readonly PurchaseConfirmation: PurchaseConfirmation;
    readonly SavedView: SavedView;
    readonly WorkItem: WorkItem;
    readonly WorkStep: WorkStep;
    readonly WorkChange: WorkChange;
    readonly WorkFile: WorkFile;
    readonly Conversation: Conversation;
    readonly ConversationReading: ConversationReading;
    readonly MessageConnection: MessageConnection;
    readonly TransferConnection: TransferConnection;
    readonly Message: Message;
    readonly MessageCard: MessageCard;
    readonly Money: Money;
    readonly AttachedFile: AttachedFile;
    readonly MessageHit: MessageHit;
    readonly Transfer: Transfer;
    readonly TransferAttempt: TransferAttempt;
    readonly Rating: Rating;
    readonly Attachment: Attachment;
    readonly CustomerNotice: CustomerNotice;
    readonly CustomerNoticeText: CustomerNoticeText;
    readonly DeliveryConnection: DeliveryConnection;
    readonly Delivery: Delivery;
    readonly CustomerNoticePolicy: CustomerNoticePolicy;
    readonly ForbiddenTerm: ForbiddenTerm;
    readonly SafeContact: SafeContact;
    readonly TermHit: TermHit;
    readonly Rule: Rule;
    readonly RuleDraft: RuleDraft;
    readonly RuleCondition: RuleCondition;
    readonly RuleStep: RuleStep;
    readonly RuleVersionConnection: RuleVersionConnection;
    readonly RuleRunConnection: RuleRunConnection;
    readonly RuleVersion: RuleVersion;
    readonly RuleRun: RuleRun;
    readonly Script: Script;
    readonly ScriptHours: ScriptHours;
    readonly WidgetSighting: WidgetSighting;
    readonly StoreSetup: StoreSetup;
    readonly ConnectedShop: ConnectedShop;
    readonly ShopSettingValue: ShopSettingValue;
    readonly ShopHealth: ShopHealth;
    readonly ShopCheck: ShopCheck;
    readonly FollowUpTask: FollowUpTask;
    readonly Ticket: Ticket;
    readonly TicketStamp: TicketStamp;
    readonly TicketDone: TicketDone;
    readonly TicketQuestion: TicketQuestion;
    readonly TicketLink: TicketLink;
    readonly ReadingCorrection: ReadingCorrection;
    readonly ReaderTraining: ReaderTraining;
    readonly RoutingPolicy: RoutingPolicy;
    readonly ChannelWeights: ChannelWeights;
    readonly HeadStarts: HeadStarts;
    readonly PriorityHeadStarts: PriorityHeadStarts;
    readonly StageHeadStarts: StageHeadStarts;
    readonly TierHeadStart: TierHeadStart;
    readonly PeakMode: PeakMode;
    readonly QueueEntry: QueueEntry;
    readonly RoutingDecision: RoutingDecision;
    readonly ConsideredAgent: ConsideredAgent;
    readonly RoutingObstacle: RoutingObstacle;
    readonly SlaPolicy: SlaPolicy;
    readonly SlaTarget: SlaTarget;
    readonly SlaClock: SlaClock;
    readonly Escalation: Escalation;
    readonly Shift: Shift;
    readonly Handover: Handover;
    readonly HandoverItem: HandoverItem;
    readonly OrderServiceRequest: OrderServiceRequest;
    readonly OrderRemark: OrderRemark;
    readonly OrderWatch: OrderWatch;
    readonly AfterSalesCase: AfterSalesCase;
    readonly CaseLine: CaseLine;
    readonly CaseRefundLine: CaseRefundLine;
    readonly CaseFeeCeiling: CaseFeeCeiling;
    readonly CaseRefundPart: CaseRefundPart;
    readonly CaseInspection: CaseInspection;
    readonly CaseStepConnection: CaseStepConnection;
    readonly CaseStep: CaseStep;
    readonly CasePhoto: CasePhoto;
    readonly ReturnAddress: ReturnAddress;
    readonly ReturnsReport: ReturnsReport;
    readonly ReturnsReportAmount: ReturnsReportAmount;
    readonly ReturnsReportCount: ReturnsReportCount;
    readonly ReturnsReportPart: ReturnsReportPart;
    readonly ReturnsReportLine: ReturnsReportLine;
    readonly ReturnsMeasure: ReturnsMeasure;
    readonly ShippedUnits: ShippedUnits;
    readonly Complaint: Complaint;
    readonly ComplaintTask: ComplaintTask;
    readonly ComplaintOption: ComplaintOption;
    readonly Article: Article;
    readonly ArticleBody: ArticleBody;
    readonly ArticleVersion: ArticleVersion;
    readonly KnowledgeGap: KnowledgeGap;
    readonly ReadReceipt: ReadReceipt;
    readonly ProductKnowledge: ProductKnowledge;
    readonly ProductFact: ProductFact;
    readonly ProductFactText: ProductFactText;
    readonly KnowledgeSearch: KnowledgeSearch;
    readonly BotSession: BotSession;
    readonly BotDraft: BotDraft;
    readonly BotAnswer: BotAnswer;
    readonly Macro: Macro;
    readonly MacroStep: MacroStep;
    readonly ShopEventKey: ShopEventKey;
    readonly ShopFeed: ShopFeed;
    readonly AuditEvent: AuditEvent;
    readonly AuditChange: AuditChange;
    readonly Effect: Effect;
    readonly EffectTitle: EffectTitle;
    readonly StoreConnection: StoreConnection;
    readonly UserConnection: UserConnection;
    readonly OnboardingRecordConnection: OnboardingRecordConnection;
    readonly CustomerConnection: CustomerConnection;
    readonly CustomerIdentityConnection: CustomerIdentityConnection;
    readonly IdentityKeyConnection: IdentityKeyConnection;
    readonly FormConnection: FormConnection;
    readonly FormRecordConnection: FormRecordConnection;
    readonly NoticeConnection: NoticeConnection;
    readonly NoticePolicyConnection: NoticePolicyConnection;
    readonly FigureRecountConnection: FigureRecountConnection;
    readonly FrozenFigureConnection: FrozenFigureConnection;
    readonly TeamConnection: TeamConnection;
    readonly DepartmentConnection: DepartmentConnection;
    readonly PostConnection: PostConnection;
    readonly DutyAcknowledgementConnection: DutyAcknowledgementConnection;
    readonly BusinessFunctionConnection: BusinessFunctionConnection;
    readonly FlowDefinitionConnection: FlowDefinitionConnection;
    readonly FlowVersionConnection: FlowVersionConnection;
    readonly ConsentEventConnection: ConsentEventConnection;
    readonly ConsentConnection: ConsentConnection;
    readonly OutreachPolicyConnection: OutreachPolicyConnection;
    readonly PolicyVersionConnection: PolicyVersionConnection;
    readonly PolicyDecisionConnection: PolicyDecisionConnection;
    readonly PolicyReplayRunConnection: PolicyReplayRunConnection;
    readonly ProductTermsConnection: ProductTermsConnection;
    readonly PurchaseConfirmationConnection: PurchaseConfirmationConnection;
    readonly SavedViewConnection: SavedViewConnection;
    readonly WorkItemConnection: WorkItemConnection;
    readonly WorkStepConnection: WorkStepConnection;
    readonly WorkFileConnection: WorkFileConnection;
    readonly TransferAttemptConnection: TransferAttemptConnection;
    readonly RatingConnection: RatingConnection;
    readonly CustomerNoticeConnection: CustomerNoticeConnection;
    readonly CustomerNoticePolicyConnection: CustomerNoticePolicyConnection;
    readonly ForbiddenTermConnection: ForbiddenTermConnection;
    readonly SafeContactConnection: SafeContactConnection;
    readonly TermHitConnection: TermHitConnection;
    readonly RuleConnection: RuleConnection;
    readonly ScriptConnection: ScriptConnection;
    readonly WidgetSightingConnection: WidgetSightingConnection;
    readonly ConnectedShopConnection: ConnectedShopConnection;
    readonly FollowUpTaskConnection: FollowUpTaskConnection;
    readonly TicketConnection: TicketConnection;
    readonly ReadingCorrectionConnection: ReadingCorrectionConnection;
    readonly ReaderTrainingConnection: ReaderTrainingConnection;
    readonly RoutingPolicyConnection: RoutingPolicyConnection;
    readonly RoutingDecisionConnection: RoutingDecisionConnection;
    readonly SlaPolicyConnection: SlaPolicyConnection;
    readonly SlaClockConnection: SlaClockConnection;
    readonly EscalationConnection: EscalationConnection;
    readonly ShiftConnection: ShiftConnection;
    readonly HandoverConnection: HandoverConnection;
    readonly OrderServiceRequestConnection: OrderServiceRequestConnection;
    readonly OrderRemarkConnection: OrderRemarkConnection;
    readonly OrderWatchConnection: OrderWatchConnection;
    readonly ReturnAddressConnection: ReturnAddressConnection;
    readonly ReturnsReportConnection: ReturnsReportConnection;
    readonly ReturnsMeasureConnection: ReturnsMeasureConnection;
    readonly ShippedUnitsConnection: ShippedUnitsConnection;
    readonly ComplaintConnection: ComplaintConnection;
    readonly ArticleConnection: ArticleConnection;
    readonly ArticleVersionConnection: ArticleVersionConnection;
    readonly KnowledgeGapConnection: KnowledgeGapConnection;
    readonly ReadReceiptConnection: ReadReceiptConnection;
    readonly ProductKnowledgeConnection: ProductKnowledgeConnection;
    readonly BotSessionConnection: BotSessionConnection;
    readonly BotAnswerConnection: BotAnswerConnection;
    readonly MacroConnection: MacroConnection;
    readonly ShopEventKeyConnection: ShopEventKeyConnection;
    readonly ShopFeedConnection: ShopFeedConnection;
    readonly AuditEventConnection: AuditEventConnection;
    readonly EffectConnection: EffectConnection;
    readonly CurrentUser: CurrentUser;
    readonly AccountLinkOffer: AccountLinkOffer;
    readonly CountryProposal: CountryProposal;
    readonly OwnSessions: OwnSessions;
    readonly OwnSession: OwnSession;
    readonly WidgetSettings: WidgetSettings;
    readonly PermissionMatrix: PermissionMatrix;
    readonly PermissionMatrixRows: PermissionMatrixRows;
    readonly ServingRules: ServingRules;
    readonly PublicHolidays: PublicHolidays;
    readonly HolidayList: HolidayList;
    readonly ServiceTime: ServiceTime;
    readonly CustomerTimeline: CustomerTimeline;
    readonly CustomerTimelineEntries: CustomerTimelineEntries;
    readonly CustomerOrders: CustomerOrders;
    readonly ShopOrder: ShopOrder;
    readonly ShopAddress: ShopAddress;
    readonly ShopOrderLine: ShopOrderLine;
    readonly ShopOption: ShopOption;
    readonly ShopOrderAmounts: ShopOrderAmounts;
    readonly ShopDiscount: ShopDiscount;
    readonly ShopDiscountRule: ShopDiscountRule;
    readonly ShopDiscountRuleRequires: ShopDiscountRuleRequires;
    readonly ShopFreeFreight: ShopFreeFreight;
    readonly ShopPayment: ShopPayment;
    readonly ShopShipment: ShopShipment;
    readonly ShopTrackingEvent: ShopTrackingEvent;
    readonly ShopReturn: ShopReturn;
    readonly ShopReturnLines: ShopReturnLines;
    readonly ShopOrderEvent: ShopOrderEvent;
    readonly FormComparison: FormComparison;
    readonly FormDraftProblem: FormDraftProblem;
    readonly FormChange: FormChange;
    readonly FormMovePreview: FormMovePreview;
    readonly FormLostValue: FormLostValue;
    readonly FormMissingField: FormMissingField;
    readonly FormSubjectKinds: FormSubjectKinds;
    readonly FormSubjectKind: FormSubjectKind;
    readonly FormSheet: FormSheet;
    readonly FormTable: FormTable;
    readonly MyNotices: MyNotices;
    readonly MyNotice: MyNotice;
    readonly NoticeSettings: NoticeSettings;
    readonly NoticeSetting: NoticeSetting;
    readonly FigureReport: FigureReport;
    readonly FigureValue: FigureValue;
    readonly FigureGroup: FigureGroup;
    readonly EarlierFigures: EarlierFigures;
    readonly MyFigures: MyFigures;
    readonly OwnFigure: OwnFigure;
    readonly FigureList: FigureList;
    readonly FigureDescription: FigureDescription;
    readonly FigureWords: FigureWords;
    readonly FigureRows: FigureRows;
    readonly FigureRow: FigureRow;
    readonly FigureDrift: FigureDrift;
    readonly WrongFigure: WrongFigure;
    readonly FixedFigureToday: FixedFigureToday;
    readonly ReportingLine: ReportingLine;
    readonly ReportingLineLevels: ReportingLineLevels;
    readonly DutyStandings: DutyStandings;
    readonly DutyStanding: DutyStanding;
    readonly MyPost: MyPost;
    readonly OwnPost: OwnPost;
    readonly FunctionTable: FunctionTable;
    readonly OwnedFunction: OwnedFunction;
    readonly OrganisationWarnings: OrganisationWarnings;
    readonly OrganisationWarning: OrganisationWarning;
    readonly ModelPreview: ModelPreview;
    readonly OrganisationChange: OrganisationChange;
    readonly OpenForTeam: OpenForTeam;
    readonly ModelAdvice: ModelAdvice;
    readonly RankedModel: RankedModel;
    readonly FlowCheck: FlowCheck;
    readonly FlowFault: FlowFault;
    readonly FlowChange: FlowChange;
    readonly FlowRunning: FlowRunning;
    readonly ConsentChoices: ConsentChoices;
    readonly ConsentChoice: ConsentChoice;
    readonly StopOffer: StopOffer;
    readonly ShippedPolicies: ShippedPolicies;
    readonly ShippedPolicy: ShippedPolicy;
    readonly PolicyPack: PolicyPack;
    readonly PolicyFindings: PolicyFindings;
    readonly PolicyFinding: PolicyFinding;
    readonly PolicyReplay: PolicyReplay;
    readonly PolicyDifferences: PolicyDifferences;
    readonly PolicyDifference: PolicyDifference;
    readonly PolicyInForce: PolicyInForce;
    readonly PolicyLayerInForce: PolicyLayerInForce;
    readonly PolicyTableSummary: PolicyTableSummary;
    readonly PoliciesAbove: PoliciesAbove;
    readonly PolicyAbove: PolicyAbove;
    readonly WorkKinds: WorkKinds;
    readonly WorkKind: WorkKind;
    readonly InboxCounts: InboxCounts;
    readonly CustomerNoticeSettings: CustomerNoticeSettings;
    readonly CustomerNoticeSetting: CustomerNoticeSetting;
    readonly TextCheck: TextCheck;
    readonly TermRuleName: TermRuleName;
    readonly OutboundRules: OutboundRules;
    readonly OutboundRulesRules: OutboundRulesRules;
    readonly TermExport: TermExport;
    readonly TermHitCounts: TermHitCounts;
    readonly RuleHits: RuleHits;
    readonly RuleKit: RuleKit;
    readonly RuleEventKind: RuleEventKind;
    readonly RuleEventField: RuleEventField;
    readonly RuleStepKind: RuleStepKind;
    readonly RuleDraftCheck: RuleDraftCheck;
    readonly RuleDraftProblem: RuleDraftProblem;
    readonly RuleDryRun: RuleDryRun;
    readonly RuleDryRow: RuleDryRow;
    readonly RuleDryWrite: RuleDryWrite;
    readonly ExpandedScript: ExpandedScript;
    readonly ScriptLibrary: ScriptLibrary;
    readonly ScriptLibraryScripts: ScriptLibraryScripts;
    readonly FirstSteps: FirstSteps;
    readonly SetupStep: SetupStep;
    readonly SetupSighting: SetupSighting;
    readonly ShopState: ShopState;
    readonly ShopCapabilityState: ShopCapabilityState;
    readonly ShopAdapters: ShopAdapters;
    readonly ShopAdapter: ShopAdapter;
    readonly ShopAdapterSetting: ShopAdapterSetting;
    readonly ShopSettingChoice: ShopSettingChoice;
    readonly TicketMove: TicketMove;
    readonly ReadingExplained: ReadingExplained;
    readonly IntentChoice: IntentChoice;
    readonly QueuePlace: QueuePlace;
    readonly RoutingSettings: RoutingSettings;
    readonly RoutingExplanation: RoutingExplanation;
    readonly RoutingExplanationWaiting: RoutingExplanationWaiting;
    readonly RoutingExplanationDecision: RoutingExplanationDecision;
    readonly LiveBoard: LiveBoard;
    readonly LiveBoardStores: LiveBoardStores;
    readonly LiveBoardAgents: LiveBoardAgents;
    readonly LiveBoardWaiting: LiveBoardWaiting;
    readonly ServiceLevels: ServiceLevels;
    readonly SlaPolicyShown: SlaPolicyShown;
    readonly ServiceLevelPreview: ServiceLevelPreview;
    readonly SlaTargetPreview: SlaTargetPreview;
    readonly ShopOrderPage: ShopOrderPage;
    readonly OrderListFlag: OrderListFlag;
    readonly OrderListBuyer: OrderListBuyer;
    readonly FoundOrders: FoundOrders;
    readonly FoundOrder: FoundOrder;
    readonly OrderBuyer: OrderBuyer;
    readonly ShopPaymentMethod: ShopPaymentMethod;
    readonly ShopProduct: ShopProduct;
    readonly ShopVariant: ShopVariant;
    readonly ShopProductPage: ShopProductPage;
    readonly ShopCustomer: ShopCustomer;
    readonly ShopCustomers: ShopCustomers;
    readonly OrderFlags: OrderFlags;
    readonly OrderFlag: OrderFlag;
    readonly OrderOptions: OrderOptions;
    readonly OrderOption: OrderOption;
    readonly CancelReason: CancelReason;
    readonly OrderChangePreview: OrderChangePreview;
    readonly OrderChangeEffect: OrderChangeEffect;
    readonly PolicyTrial: PolicyTrial;
    readonly PolicyAnswer: PolicyAnswer;
    readonly PolicyDecidingRow: PolicyDecidingRow;
    readonly PolicyReason: PolicyReason;
    readonly PolicyDue: PolicyDue;
    readonly PolicyFacts: PolicyFacts;
    readonly PolicyFact: PolicyFact;
    readonly PolicyOfOrder: PolicyOfOrder;
    readonly JudgingPolicy: JudgingPolicy;
    readonly CasePreview: CasePreview;
    readonly CaseRecord: CaseRecord;
    readonly RecordField: RecordField;
    readonly ApologyDraft: ApologyDraft;
    readonly CaseCounts: CaseCounts;
    readonly CaseGroupCount: CaseGroupCount;
    readonly CaseApprovals: CaseApprovals;
    readonly CaseApproval: CaseApproval;
    readonly ReturnsReportLines: ReturnsReportLines;
    readonly CsvFile: CsvFile;
    readonly CaseOptions: CaseOptions;
    readonly CaseLineLeft: CaseLineLeft;
    readonly CaseReasonOption: CaseReasonOption;
    readonly CaseOption: CaseOption;
    readonly ArticleSearch: ArticleSearch;
    readonly ArticleHit: ArticleHit;
    readonly ArticleSuggestions: ArticleSuggestions;
    readonly SuggestedAnswers: SuggestedAnswers;
    readonly SuggestedAnswer: SuggestedAnswer;
    readonly ArticleExport: ArticleExport;
    readonly ReadingReport: ReadingReport;
    readonly ArticleReader: ArticleReader;
    readonly ProductSheets: ProductSheets;
    readonly ProductSheet: ProductSheet;
    readonly ProductSheetKnowledge: ProductSheetKnowledge;
    readonly ProductSchemas: ProductSchemas;
    readonly ProductSchemaFacts: ProductSchemaFacts;
    readonly KnowledgeFigures: KnowledgeFigures;
    readonly BotState: BotState;
    readonly BotLastAnswer: BotLastAnswer;
    readonly MacroPlan: MacroPlan;
    readonly PlannedStep: PlannedStep;
    readonly StepDenial: StepDenial;
    readonly AvailableAction: AvailableAction;
    readonly Denied: Denied;
    readonly FieldProblem: FieldProblem;
    readonly ActionsOfRow: ActionsOfRow;
    readonly SignInPayload: SignInPayload;
    readonly SignedIn: SignedIn;
    readonly SignOutPayload: SignOutPayload;
    readonly SignedOut: SignedOut;
    readonly AddStaffPayload: AddStaffPayload;
    readonly InviteStaffPayload: InviteStaffPayload;
    readonly MadeAccountLink: MadeAccountLink;
    readonly MakeAccountLinkPayload: MakeAccountLinkPayload;
    readonly RedeemAccountLinkPayload: RedeemAccountLinkPayload;
    readonly UpdateStaffPayload: UpdateStaffPayload;
    readonly SetStaffPasswordPayload: SetStaffPasswordPayload;
    readonly SetPresencePayload: SetPresencePayload;
    readonly SetAutoReplyPayload: SetAutoReplyPayload;
    readonly NoteStaffConnectionPayload: NoteStaffConnectionPayload;
    readonly ConnectionNoted: ConnectionNoted;
    readonly SetPermissionRolesPayload: SetPermissionRolesPayload;
    readonly CreateStorePayload: CreateStorePayload;
    readonly UpdateStorePayload: UpdateStorePayload;
    readonly ChangeOwnPasswordPayload: ChangeOwnPasswordPayload;
    readonly UpdateOwnProfilePayload: UpdateOwnProfilePayload;
    readonly EndOwnSessionPayload: EndOwnSessionPayload;
    readonly SessionsEnded: SessionsEnded;
    readonly EndOtherSessionsPayload: EndOtherSessionsPayload;
    readonly EndStaffSessionsPayload: EndStaffSessionsPayload;
    readonly NoteSessionUsePayload: NoteSessionUsePayload;
    readonly SessionUseNoted: SessionUseNoted;
    readonly SetOnboardingGatePayload: SetOnboardingGatePayload;
    readonly RecordOnboardingPayload: RecordOnboardingPayload;
    readonly UpdateCustomerPayload: UpdateCustomerPayload;
    readonly RevealContactPayload: RevealContactPayload;
    readonly RevealedContact: RevealedContact;
    readonly AddIdentityKeyPayload: AddIdentityKeyPayload;
    readonly RevokeIdentityKeyPayload: RevokeIdentityKeyPayload;
    readonly EndCustomerSessionsPayload: EndCustomerSessionsPayload;
    readonly ShopperSessionsEnded: ShopperSessionsEnded;
    readonly DecideOutgoingCallPayload: DecideOutgoingCallPayload;
    readonly CreateFormPayload: CreateFormPayload;
    readonly EditFormDraftPayload: EditFormDraftPayload;
    readonly BeginFormDraftPayload: BeginFormDraftPayload;
    readonly DiscardFormDraftPayload: DiscardFormDraftPayload;
    readonly PublishFormPayload: PublishFormPayload;
    readonly RetireFormPayload: RetireFormPayload;
    readonly ReuseFormPayload: ReuseFormPayload;
    readonly OpenFormRecordPayload: OpenFormRecordPayload;
    readonly SaveFormRecordPayload: SaveFormRecordPayload;
    readonly FinishFormStepPayload: FinishFormStepPayload;
    readonly SubmitFormRecordPayload: SubmitFormRecordPayload;
    readonly SignFormRecordPayload: SignFormRecordPayload;
    readonly ReopenFormRecordPayload: ReopenFormRecordPayload;
    readonly CancelFormRecordPayload: CancelFormRecordPayload;
    readonly MoveFormRecordPayload: MoveFormRecordPayload;
    readonly AddFormFilePayload: AddFormFilePayload;
    readonly AcknowledgeNoticePayload: AcknowledgeNoticePayload;
    readonly SeeNoticePayload: SeeNoticePayload;
    readonly SendNoticePayload: SendNoticePayload;
    readonly SetNoticePolicyPayload: SetNoticePolicyPayload;
    readonly SetNoticePreferencePayload: SetNoticePreferencePayload;
    readonly RecountDayPayload: RecountDayPayload;
    readonly FixFigurePayload: FixFigurePayload;
    readonly CreateTeamPayload: CreateTeamPayload;
    readonly TellTeamPayload: TellTeamPayload;
    readonly UpdateTeamPayload: UpdateTeamPayload;
    readonly SetTeamLeadPayload: SetTeamLeadPayload;
    readonly AddTeamMembersPayload: AddTeamMembersPayload;
    readonly RemoveTeamMembersPayload: RemoveTeamMembersPayload;
    readonly SetStaffTeamsPayload: SetStaffTeamsPayload;
    readonly CloseTeamPayload: CloseTeamPayload;
    readonly ReopenTeamPayload: ReopenTeamPayload;
    readonly CreateDepartmentPayload: CreateDepartmentPayload;
    readonly UpdateDepartmentPayload: UpdateDepartmentPayload;
    readonly SetDepartmentLeadPayload: SetDepartmentLeadPayload;
    readonly SetStaffDepartmentPayload: SetStaffDepartmentPayload;
    readonly CreatePostPayload: CreatePostPayload;
    readonly UpdatePostPayload: UpdatePostPayload;
    readonly GivePostPayload: GivePostPayload;
    readonly AcknowledgeDutiesPayload: AcknowledgeDutiesPayload;
    readonly CreateFunctionPayload: CreateFunctionPayload;
    readonly UpdateFunctionPayload: UpdateFunctionPayload;
    readonly TakeModelPayload: TakeModelPayload;
    readonly CreateFlowPayload: CreateFlowPayload;
    readonly SaveFlowDraftPayload: SaveFlowDraftPayload;
    readonly DiscardFlowDraftPayload: DiscardFlowDraftPayload;
    readonly PublishFlowPayload: PublishFlowPayload;
    readonly RecordConsentPayload: RecordConsentPayload;
    readonly StopOutreachPayload: StopOutreachPayload;
    readonly OutreachStopped: OutreachStopped;
    readonly SetOutreachPolicyPayload: SetOutreachPolicyPayload;
    readonly DraftPolicyPayload: DraftPolicyPayload;
    readonly EditPolicyDraftPayload: EditPolicyDraftPayload;
    readonly SubmitPolicyPayload: SubmitPolicyPayload;
    readonly ApprovePolicyPayload: ApprovePolicyPayload;
    readonly SendBackPolicyPayload: SendBackPolicyPayload;
    readonly SchedulePolicyPayload: SchedulePolicyPayload;
    readonly RetirePolicyPayload: RetirePolicyPayload;
    readonly StartPolicyReplayPayload: StartPolicyReplayPayload;
    readonly CancelPolicyReplayPayload: CancelPolicyReplayPayload;
    readonly SetProductTermsPayload: SetProductTermsPayload;
    readonly RecordPurchaseConfirmationPayload: RecordPurchaseConfirmationPayload;
    readonly SaveViewPayload: SaveViewPayload;
    readonly RemoveViewPayload: RemoveViewPayload;
    readonly AddWorkFilePayload: AddWorkFilePayload;
    readonly RequestHumanPayload: RequestHumanPayload;
    readonly StartServicePayload: StartServicePayload;
    readonly LeaveMessagePayload: LeaveMessagePayload;
    readonly TakeConversationPayload: TakeConversationPayload;
    readonly AssignConversationPayload: AssignConversationPayload;
    readonly RequestTransferPayload: RequestTransferPayload;
    readonly ApproveTransferPayload: ApproveTransferPayload;
    readonly AcceptTransferPayload: AcceptTransferPayload;
    readonly DeclineTransferPayload: DeclineTransferPayload;
    readonly SendMessagePayload: SendMessagePayload;
    readonly AddNotePayload: AddNotePayload;
    readonly SetTypingPayload: SetTypingPayload;
    readonly Signalled: Signalled;
    readonly SetViewingPayload: SetViewingPayload;
    readonly MarkDeliveredPayload: MarkDeliveredPayload;
    readonly MarkReadPayload: MarkReadPayload;
    readonly AddAttachmentPayload: AddAttachmentPayload;
    readonly HoldConversationPayload: HoldConversationPayload;
    readonly ReleaseHoldPayload: ReleaseHoldPayload;
    readonly CloseConversationPayload: CloseConversationPayload;
    readonly RecordCustomerToldPayload: RecordCustomerToldPayload;
    readonly SetCustomerNoticePolicyPayload: SetCustomerNoticePolicyPayload;
    readonly SetForbiddenTermPayload: SetForbiddenTermPayload;
    readonly ResetForbiddenTermPayload: ResetForbiddenTermPayload;
    readonly AddSafeContactPayload: AddSafeContactPayload;
    readonly RemoveSafeContactPayload: RemoveSafeContactPayload;
    readonly ImportTermsPayload: ImportTermsPayload;
    readonly TermImport: TermImport;
    readonly TermImportProblem: TermImportProblem;
    readonly CreateRulePayload: CreateRulePayload;
    readonly EditRulePayload: EditRulePayload;
    readonly PlaceRulePayload: PlaceRulePayload;
    readonly PublishRulePayload: PublishRulePayload;
    readonly PauseRulePayload: PauseRulePayload;
    readonly ResumeRulePayload: ResumeRulePayload;
    readonly RetireRulePayload: RetireRulePayload;
    readonly CreateScriptPayload: CreateScriptPayload;
    readonly UpdateScriptPayload: UpdateScriptPayload;
    readonly PublishScriptPayload: PublishScriptPayload;
    readonly ArchiveScriptPayload: ArchiveScriptPayload;
    readonly NoteScriptUsePayload: NoteScriptUsePayload;
    readonly AllowSeenOriginPayload: AllowSeenOriginPayload;
    readonly KeepSetupStepPayload: KeepSetupStepPayload;
    readonly DismissSetupPayload: DismissSetupPayload;
    readonly ConnectShopPayload: ConnectShopPayload;
    readonly DisconnectShopPayload: DisconnectShopPayload;
    readonly TestShopPayload: TestShopPayload;
    readonly CreateTaskPayload: CreateTaskPayload;
    readonly StartTaskPayload: StartTaskPayload;
    readonly FinishTaskPayload: FinishTaskPayload;
    readonly SnoozeTaskPayload: SnoozeTaskPayload;
    readonly SkipTaskPayload: SkipTaskPayload;
    readonly ReturnTaskPayload: ReturnTaskPayload;
    readonly CancelTaskPayload: CancelTaskPayload;
    readonly TakeTaskPayload: TakeTaskPayload;
    readonly AssignTaskPayload: AssignTaskPayload;
    readonly NoteTaskPayload: NoteTaskPayload;
    readonly CreateTicketPayload: CreateTicketPayload;
    readonly TicketFromConversationPayload: TicketFromConversationPayload;
    readonly AcceptTicketPayload: AcceptTicketPayload;
    readonly SplitTicketPayload: SplitTicketPayload;
    readonly MergeTicketPayload: MergeTicketPayload;
    readonly MoveTicketUpPayload: MoveTicketUpPayload;
    readonly SleepTicketPayload: SleepTicketPayload;
    readonly WakeTicketPayload: WakeTicketPayload;
    readonly SleepConversationPayload: SleepConversationPayload;
    readonly WakeConversationPayload: WakeConversationPayload;
    readonly AnswerTicketPayload: AnswerTicketPayload;
    readonly AnswerTicketDepartmentPayload: AnswerTicketDepartmentPayload;
    readonly AskTicketCustomerPayload: AskTicketCustomerPayload;
    readonly AskTicketDepartmentPayload: AskTicketDepartmentPayload;
    readonly AssignTicketPayload: AssignTicketPayload;
    readonly CancelTicketPayload: CancelTicketPayload;
    readonly ConfirmTicketPayload: ConfirmTicketPayload;
    readonly FinishTicketStepPayload: FinishTicketStepPayload;
    readonly LowerTicketPayload: LowerTicketPayload;
    readonly NoteTicketPayload: NoteTicketPayload;
    readonly RaiseTicketPayload: RaiseTicketPayload;
    readonly ReopenTicketPayload: ReopenTicketPayload;
    readonly ResolveTicketPayload: ResolveTicketPayload;
    readonly TakeTicketPayload: TakeTicketPayload;
    readonly CorrectReadingPayload: CorrectReadingPayload;
    readonly SetRoutingPolicyPayload: SetRoutingPolicyPayload;
    readonly StartPeakModePayload: StartPeakModePayload;
    readonly EndPeakModePayload: EndPeakModePayload;
    readonly RequestHelpPayload: RequestHelpPayload;
    readonly LendAgentPayload: LendAgentPayload;
    readonly TakeBackAgentPayload: TakeBackAgentPayload;
    readonly StayOnlinePayload: StayOnlinePayload;
    readonly SetSlaPolicyPayload: SetSlaPolicyPayload;
    readonly ResetSlaPolicyPayload: ResetSlaPolicyPayload;
    readonly EscalateConversationPayload: EscalateConversationPayload;
    readonly AcceptEscalationPayload: AcceptEscalationPayload;
    readonly DeclineEscalationPayload: DeclineEscalationPayload;
    readonly LowerEscalationPayload: LowerEscalationPayload;
    readonly PlanShiftPayload: PlanShiftPayload;
    readonly UpdateShiftPayload: UpdateShiftPayload;
    readonly RemoveShiftPayload: RemoveShiftPayload;
    readonly PublishShiftsPayload: PublishShiftsPayload;
    readonly ShiftsPublished: ShiftsPublished;
    readonly RequestShiftSwapPayload: RequestShiftSwapPayload;
    readonly ApproveShiftSwapPayload: ApproveShiftSwapPayload;
    readonly DeclineShiftSwapPayload: DeclineShiftSwapPayload;
    readonly CheckInShiftPayload: CheckInShiftPayload;
    readonly MarkShiftAbsentPayload: MarkShiftAbsentPayload;
    readonly StartHandoverPayload: StartHandoverPayload;
    readonly EndShiftPayload: EndShiftPayload;
    readonly EditHandoverPayload: EditHandoverPayload;
    readonly RefreshHandoverPayload: RefreshHandoverPayload;
    readonly SubmitHandoverPayload: SubmitHandoverPayload;
    readonly AcknowledgeHandoverPayload: AcknowledgeHandoverPayload;
    readonly SetHandoverItemPayload: SetHandoverItemPayload;
    readonly RequestOrderChangePayload: RequestOrderChangePayload;
    readonly ChangeDefaultAddressPayload: ChangeDefaultAddressPayload;
    readonly RejectOrderChangePayload: RejectOrderChangePayload;
    readonly FinishOrderChangePayload: FinishOrderChangePayload;
    readonly TakeOrderRequestPayload: TakeOrderRequestPayload;
    readonly AddOrderRemarkPayload: AddOrderRemarkPayload;
    readonly AcknowledgeOrderRemarkPayload: AcknowledgeOrderRemarkPayload;
    readonly WatchOrderPayload: WatchOrderPayload;
    readonly UnwatchOrderPayload: UnwatchOrderPayload;
    readonly SubmitCasePayload: SubmitCasePayload;
    readonly TakeUpCasePayload: TakeUpCasePayload;
    readonly RecordApologyPayload: RecordApologyPayload;
    readonly OfferSolutionPayload: OfferSolutionPayload;
    readonly SetRefundAmountPayload: SetRefundAmountPayload;
    readonly ApproveCasePayload: ApproveCasePayload;
    readonly RejectCasePayload: RejectCasePayload;
    readonly WithdrawCasePayload: WithdrawCasePayload;
    readonly ProceedCasePayload: ProceedCasePayload;
    readonly ShipReturnPayload: ShipReturnPayload;
    readonly NoteFirstScanPayload: NoteFirstScanPayload;
    readonly ReceiveReturnPayload: ReceiveReturnPayload;
    readonly InspectReturnPayload: InspectReturnPayload;
    readonly AcceptInspectionPayload: AcceptInspectionPayload;
    readonly RefuseReturnPayload: RefuseReturnPayload;
    readonly SettleReturnPayload: SettleReturnPayload;
    readonly NoteReplacementPayload: NoteReplacementPayload;
    readonly CompleteCasePayload: CompleteCasePayload;
    readonly ExchangeRepairPayload: ExchangeRepairPayload;
    readonly ConfirmRefundPayload: ConfirmRefundPayload;
    readonly RetryRefundPayload: RetryRefundPayload;
    readonly OpenCaseDisputePayload: OpenCaseDisputePayload;
    readonly DecideCaseDisputePayload: DecideCaseDisputePayload;
    readonly RecordCausePayload: RecordCausePayload;
    readonly ArchiveCasePayload: ArchiveCasePayload;
    readonly ReopenCasePayload: ReopenCasePayload;
    readonly AddCasePhotoPayload: AddCasePhotoPayload;
    readonly SetReturnAddressPayload: SetReturnAddressPayload;
    readonly RecordShippedUnitsPayload: RecordShippedUnitsPayload;
    readonly NoteReturnsMeasurePayload: NoteReturnsMeasurePayload;
    readonly AcceptSolutionPayload: AcceptSolutionPayload;
    readonly AcknowledgeComplaintPayload: AcknowledgeComplaintPayload;
    readonly AnswerComplaintTaskPayload: AnswerComplaintTaskPayload;
    readonly AssignComplaintPayload: AssignComplaintPayload;
    readonly CloseComplaintPayload: CloseComplaintPayload;
    readonly EditComplaintPayload: EditComplaintPayload;
    readonly EscalateComplaintPayload: EscalateComplaintPayload;
    readonly ExecuteSolutionPayload: ExecuteSolutionPayload;
    readonly InvestigateComplaintPayload: InvestigateComplaintPayload;
    readonly NoteComplaintPayload: NoteComplaintPayload;
    readonly NotePlatformCasePayload: NotePlatformCasePayload;
    readonly ProposeSolutionPayload: ProposeSolutionPayload;
    readonly RefuseSolutionPayload: RefuseSolutionPayload;
    readonly RegisterComplaintPayload: RegisterComplaintPayload;
    readonly ReopenComplaintPayload: ReopenComplaintPayload;
    readonly ResolveComplaintPayload: ResolveComplaintPayload;
    readonly RevisitComplaintPayload: RevisitComplaintPayload;
    readonly TakeComplaintPayload: TakeComplaintPayload;
    readonly TellOutcomePayload: TellOutcomePayload;
    readonly WithdrawComplaintPayload: WithdrawComplaintPayload;
    readonly CreateArticlePayload: CreateArticlePayload;
    readonly UpdateArticlePayload: UpdateArticlePayload;
    readonly SubmitArticlePayload: SubmitArticlePayload;
    readonly PublishArticlePayload: PublishArticlePayload;
    readonly SendBackArticlePayload: SendBackArticlePayload;
    readonly RequestArticleUpdatePayload: RequestArticleUpdatePayload;
    readonly ArchiveArticlePayload: ArchiveArticlePayload;
    readonly NoteArticleUsePayload: NoteArticleUsePayload;
    readonly ImportArticlesPayload: ImportArticlesPayload;
    readonly ArticleImport: ArticleImport;
    readonly ArticleImportProblem: ArticleImportProblem;
    readonly ReportKnowledgeGapPayload: ReportKnowledgeGapPayload;
    readonly GapReported: GapReported;
    readonly AssignKnowledgeGapPayload: AssignKnowledgeGapPayload;
    readonly AnswerKnowledgeGapPayload: AnswerKnowledgeGapPayload;
    readonly DismissKnowledgeGapPayload: DismissKnowledgeGapPayload;
    readonly RequireReadingPayload: RequireReadingPayload;
    readonly AcknowledgeArticlePayload: AcknowledgeArticlePayload;
    readonly SetProductKnowledgePayload: SetProductKnowledgePayload;
    readonly NoteKnowledgeSearchPayload: NoteKnowledgeSearchPayload;
    readonly SearchNoted: SearchNoted;
    readonly SettleBotDraftPayload: SettleBotDraftPayload;
    readonly TakeOverFromBotPayload: TakeOverFromBotPayload;
    readonly SetStoreBotPayload: SetStoreBotPayload;
    readonly CreateMacroPayload: CreateMacroPayload;
    readonly UpdateMacroPayload: UpdateMacroPayload;
    readonly ArchiveMacroPayload: ArchiveMacroPayload;
    readonly NoteMacroUsePayload: NoteMacroUsePayload;
    readonly AddShopEventKeyPayload: AddShopEventKeyPayload;
    readonly RevokeShopEventKeyPayload: RevokeShopEventKeyPayload;
    readonly PerformActionPayload: PerformActionPayload;
    readonly ConversationEvent: ConversationEvent;
    readonly MessageAdded: MessageAdded;
    readonly ConversationChanged: ConversationChanged;
    readonly SignalReceived: SignalReceived;
    readonly TransferChanged: TransferChanged;
    readonly InboxEvent: InboxEvent;
    readonly StaffChanged: StaffChanged;
    readonly RecordChanged: RecordChanged;
  };
  /** What a variable can be, by its name. */
  readonly inputs: {
    readonly ID: string;
    readonly Int: number;
    readonly String: string;
    readonly Boolean: boolean;
    readonly DateTime: string;
    readonly JSON: unknown;
    readonly StoreProfile: StoreProfile;
    readonly StoreRegion: StoreRegion;
    readonly CalendarDayKind: CalendarDayKind;
    readonly WidgetLookPosition: WidgetLookPosition;
    readonly BotMode: BotMode;
    readonly Role: Role;
    readonly Presence: Presence;
    readonly Float: number;
    readonly IdentityChannel: IdentityChannel;
    readonly IdentityKeyAlgorithm: IdentityKeyAlgorithm;
    readonly FormState: FormState;
    readonly FormSubject: FormSubject;
    readonly FormRecordState: FormRecordState;
    readonly FormSignatureState: FormSignatureState;
    readonly NoticeKind: NoticeKind;
    readonly NoticeSeverity: NoticeSeverity;
    readonly NoticeState: NoticeState;
    readonly NotToldBecause: NotToldBecause;
    readonly MetricCode: MetricCode;
    readonly TeamKind: TeamKind;
    readonly TeamFunction: TeamFunction;
    readonly TalkMode: TalkMode;
    readonly OrganisationModel: OrganisationModel;
    readonly FlowOwnerKind: FlowOwnerKind;
    readonly FlowClockKind: FlowClockKind;
    readonly FlowCheckpoint: FlowCheckpoint;
    readonly TicketIntent: TicketIntent;
    readonly Purpose: Purpose;
    readonly OutreachChannel: OutreachChannel;
    readonly ConsentSource: ConsentSource;
    readonly PolicyVersionLayer: PolicyVersionLayer;
    readonly PolicyVersionState: PolicyVersionState;
    readonly PolicySubject: PolicySubject;
    readonly SafeInt: number;
    readonly PolicyReplayRunState: PolicyReplayRunState;
    readonly ReturnClass: ReturnClass;
    readonly GoodsGroup: GoodsGroup;
    readonly WaitsFor: WaitsFor;
    readonly WorkStepBy: WorkStepBy;
    readonly Channel: Channel;
    readonly ConversationState: ConversationState;
    readonly Intent: Intent;
    readonly Priority: Priority;
    readonly ConversationBot: ConversationBot;
    readonly ConversationResult: ConversationResult;
    readonly HoldSetBy: HoldSetBy;
    readonly MessageSender: MessageSender;
    readonly EmotionLabel: EmotionLabel;
    readonly PriorityReason: PriorityReason;
    readonly EmotionTrend: EmotionTrend;
    readonly MessageLanguage: MessageLanguage;
    readonly ReadField: ReadField;
    readonly SlaLevel: SlaLevel;
    readonly SlaTargetName: SlaTargetName;
    readonly MessageKind: MessageKind;
    readonly MessageCardType: MessageCardType;
    readonly GuardLevel: GuardLevel;
    readonly TransferReason: TransferReason;
    readonly TransferState: TransferState;
    readonly TransferAttemptCode: TransferAttemptCode;
    readonly CustomerNoticeKind: CustomerNoticeKind;
    readonly CustomerNoticeState: CustomerNoticeState;
    readonly UntoldBecause: UntoldBecause;
    readonly DeliveryChannel: DeliveryChannel;
    readonly DeliveryState: DeliveryState;
    readonly UndeliverableBecause: UndeliverableBecause;
    readonly PersonalDataKind: PersonalDataKind;
    readonly RuleState: RuleState;
    readonly RuleMatch: RuleMatch;
    readonly RuleOperator: RuleOperator;
    readonly RuleEvent: RuleEvent;
    readonly RulePauseReason: RulePauseReason;
    readonly RuleRunState: RuleRunState;
    readonly RuleRunReason: RuleRunReason;
    readonly Scene: Scene;
    readonly ScriptCustomers: ScriptCustomers;
    readonly ScriptScope: ScriptScope;
    readonly ScriptState: ScriptState;
    readonly CallFault: CallFault;
    readonly ShopCheckSubject: ShopCheckSubject;
    readonly TaskKind: TaskKind;
    readonly TaskPriority: TaskPriority;
    readonly FollowUpTaskState: FollowUpTaskState;
    readonly TaskOutcome: TaskOutcome;
    readonly TaskCancelReason: TaskCancelReason;
    readonly TicketState: TicketState;
    readonly TicketWokenBy: TicketWokenBy;
    readonly TicketResolution: TicketResolution;
    readonly TicketCancelReason: TicketCancelReason;
    readonly TicketLinkKind: TicketLinkKind;
    readonly RoutingMode: RoutingMode;
    readonly QueuePreference: QueuePreference;
    readonly RoutingDecisionHow: RoutingDecisionHow;
    readonly RoutedBecause: RoutedBecause;
    readonly RoutingObstacleCode: RoutingObstacleCode;
    readonly SlaClockKind: SlaClockKind;
    readonly SlaClockState: SlaClockState;
    readonly EscalationState: EscalationState;
    readonly ShiftType: ShiftType;
    readonly ShiftState: ShiftState;
    readonly HandoverState: HandoverState;
    readonly HandoverItemKind: HandoverItemKind;
    readonly HandoverItemState: HandoverItemState;
    readonly OrderServiceRequestChange: OrderServiceRequestChange;
    readonly OrderServiceRequestState: OrderServiceRequestState;
    readonly OrderServiceRequestWay: OrderServiceRequestWay;
    readonly ErpStage: ErpStage;
    readonly RemarkFlag: RemarkFlag;
    readonly CaseType: CaseType;
    readonly CaseState: CaseState;
    readonly CaseReason: CaseReason;
    readonly CompensationFor: CompensationFor;
    readonly FaultParty: FaultParty;
    readonly CaseOutcome: CaseOutcome;
    readonly FreightPayer: FreightPayer;
    readonly CaseRefundPartState: CaseRefundPartState;
    readonly InspectionResult: InspectionResult;
    readonly StockAction: StockAction;
    readonly CaseShopState: CaseShopState;
    readonly CaseApprover: CaseApprover;
    readonly OnTimeout: OnTimeout;
    readonly CaseStepActor: CaseStepActor;
    readonly ComplaintState: ComplaintState;
    readonly ComplaintChannel: ComplaintChannel;
    readonly ComplaintEmotion: ComplaintEmotion;
    readonly ComplaintCause: ComplaintCause;
    readonly ComplaintDepartment: ComplaintDepartment;
    readonly ComplaintEscalation: ComplaintEscalation;
    readonly ArticleCategory: ArticleCategory;
    readonly ArticleAudience: ArticleAudience;
    readonly ArticleState: ArticleState;
    readonly TextLanguage: TextLanguage;
    readonly ArticleVersionState: ArticleVersionState;
    readonly KnowledgeGapState: KnowledgeGapState;
    readonly ProductSchema: ProductSchema;
    readonly ProductFactName: ProductFactName;
    readonly SearchSource: SearchSource;
    readonly BotSessionState: BotSessionState;
    readonly BotHandOver: BotHandOver;
    readonly BotAnswerOutcome: BotAnswerOutcome;
    readonly MacroStepKind: MacroStepKind;
    readonly MacroState: MacroState;
    readonly EffectState: EffectState;
    readonly StoreFilter: StoreFilter;
    readonly StoreProfileFilter: StoreProfileFilter;
    readonly StoreOrder: StoreOrder;
    readonly UserFilter: UserFilter;
    readonly BooleanFilter: BooleanFilter;
    readonly PresenceFilter: PresenceFilter;
    readonly RoleListFilter: RoleListFilter;
    readonly StringFilter: StringFilter;
    readonly IDListFilter: IDListFilter;
    readonly IDFilter: IDFilter;
    readonly UserOrder: UserOrder;
    readonly OnboardingRecordFilter: OnboardingRecordFilter;
    readonly OnboardingRecordOrder: OnboardingRecordOrder;
    readonly CustomerFilter: CustomerFilter;
    readonly StringListFilter: StringListFilter;
    readonly CustomerOrder: CustomerOrder;
    readonly CustomerIdentityFilter: CustomerIdentityFilter;
    readonly IdentityChannelFilter: IdentityChannelFilter;
    readonly CustomerIdentityOrder: CustomerIdentityOrder;
    readonly IdentityKeyFilter: IdentityKeyFilter;
    readonly IdentityKeyOrder: IdentityKeyOrder;
    readonly FormFilter: FormFilter;
    readonly FormStateFilter: FormStateFilter;
    readonly FormOrder: FormOrder;
    readonly FormVersionFilter: FormVersionFilter;
    readonly IntFilter: IntFilter;
    readonly FormVersionOrder: FormVersionOrder;
    readonly FormRecordFilter: FormRecordFilter;
    readonly FormRecordStateFilter: FormRecordStateFilter;
    readonly FormSubjectFilter: FormSubjectFilter;
    readonly FormRecordOrder: FormRecordOrder;
    readonly FormSignatureFilter: FormSignatureFilter;
    readonly FormSignatureStateFilter: FormSignatureStateFilter;
    readonly FormSignatureOrder: FormSignatureOrder;
    readonly FormFileFilter: FormFileFilter;
    readonly FormFileOrder: FormFileOrder;
    readonly NoticeFilter: NoticeFilter;
    readonly NoticeKindFilter: NoticeKindFilter;
    readonly NoticeSeverityFilter: NoticeSeverityFilter;
    readonly NoticeStateFilter: NoticeStateFilter;
    readonly DateTimeFilter: DateTimeFilter;
    readonly NoticeOrder: NoticeOrder;
    readonly NoticePolicyFilter: NoticePolicyFilter;
    readonly NoticePolicyOrder: NoticePolicyOrder;
    readonly FigureRecountFilter: FigureRecountFilter;
    readonly FigureRecountOrder: FigureRecountOrder;
    readonly FrozenFigureFilter: FrozenFigureFilter;
    readonly MetricCodeFilter: MetricCodeFilter;
    readonly FrozenFigureOrder: FrozenFigureOrder;
    readonly TeamFilter: TeamFilter;
    readonly TeamKindFilter: TeamKindFilter;
    readonly TeamFunctionFilter: TeamFunctionFilter;
    readonly TeamOrder: TeamOrder;
    readonly DepartmentFilter: DepartmentFilter;
    readonly DepartmentOrder: DepartmentOrder;
    readonly PostFilter: PostFilter;
    readonly PostOrder: PostOrder;
    readonly DutyAcknowledgementFilter: DutyAcknowledgementFilter;
    readonly DutyAcknowledgementOrder: DutyAcknowledgementOrder;
    readonly BusinessFunctionFilter: BusinessFunctionFilter;
    readonly BusinessFunctionOrder: BusinessFunctionOrder;
    readonly FlowDefinitionFilter: FlowDefinitionFilter;
    readonly FlowDefinitionOrder: FlowDefinitionOrder;
    readonly FlowVersionFilter: FlowVersionFilter;
    readonly FlowVersionOrder: FlowVersionOrder;
    readonly ConsentEventFilter: ConsentEventFilter;
    readonly PurposeFilter: PurposeFilter;
    readonly OutreachChannelFilter: OutreachChannelFilter;
    readonly ConsentSourceFilter: ConsentSourceFilter;
    readonly ConsentEventOrder: ConsentEventOrder;
    readonly ConsentFilter: ConsentFilter;
    readonly ConsentOrder: ConsentOrder;
    readonly OutreachPolicyFilter: OutreachPolicyFilter;
    readonly OutreachPolicyOrder: OutreachPolicyOrder;
    readonly PolicyVersionFilter: PolicyVersionFilter;
    readonly PolicyVersionLayerFilter: PolicyVersionLayerFilter;
    readonly PolicyVersionStateFilter: PolicyVersionStateFilter;
    readonly PolicyVersionOrder: PolicyVersionOrder;
    readonly PolicyDecisionFilter: PolicyDecisionFilter;
    readonly PolicySubjectFilter: PolicySubjectFilter;
    readonly PolicyDecisionOrder: PolicyDecisionOrder;
    readonly PolicyReplayRunFilter: PolicyReplayRunFilter;
    readonly PolicyReplayRunStateFilter: PolicyReplayRunStateFilter;
    readonly PolicyReplayRunOrder: PolicyReplayRunOrder;
    readonly ProductTermsFilter: ProductTermsFilter;
    readonly ReturnClassFilter: ReturnClassFilter;
    readonly GoodsGroupFilter: GoodsGroupFilter;
    readonly ProductTermsOrder: ProductTermsOrder;
    readonly PurchaseConfirmationFilter: PurchaseConfirmationFilter;
    readonly PurchaseConfirmationOrder: PurchaseConfirmationOrder;
    readonly SavedViewFilter: SavedViewFilter;
    readonly SavedViewOrder: SavedViewOrder;
    readonly WorkItemFilter: WorkItemFilter;
    readonly WaitsForFilter: WaitsForFilter;
    readonly WorkItemOrder: WorkItemOrder;
    readonly WorkStepFilter: WorkStepFilter;
    readonly WorkStepOrder: WorkStepOrder;
    readonly WorkFileFilter: WorkFileFilter;
    readonly WorkFileOrder: WorkFileOrder;
    readonly ConversationFilter: ConversationFilter;
    readonly ConversationStateFilter: ConversationStateFilter;
    readonly ChannelFilter: ChannelFilter;
    readonly IntentFilter: IntentFilter;
    readonly PriorityFilter: PriorityFilter;
    readonly EmotionLabelFilter: EmotionLabelFilter;
    readonly SlaLevelFilter: SlaLevelFilter;
    readonly ConversationOrder: ConversationOrder;
    readonly TransferFilter: TransferFilter;
    readonly TransferStateFilter: TransferStateFilter;
    readonly TransferOrder: TransferOrder;
    readonly TransferAttemptFilter: TransferAttemptFilter;
    readonly TransferAttemptCodeFilter: TransferAttemptCodeFilter;
    readonly TransferAttemptOrder: TransferAttemptOrder;
    readonly RatingFilter: RatingFilter;
    readonly RatingOrder: RatingOrder;
    readonly CustomerNoticeFilter: CustomerNoticeFilter;
    readonly CustomerNoticeKindFilter: CustomerNoticeKindFilter;
    readonly CustomerNoticeStateFilter: CustomerNoticeStateFilter;
    readonly CustomerNoticeOrder: CustomerNoticeOrder;
    readonly DeliveryFilter: DeliveryFilter;
    readonly DeliveryChannelFilter: DeliveryChannelFilter;
    readonly DeliveryStateFilter: DeliveryStateFilter;
    readonly DeliveryOrder: DeliveryOrder;
    readonly CustomerNoticePolicyFilter: CustomerNoticePolicyFilter;
    readonly CustomerNoticePolicyOrder: CustomerNoticePolicyOrder;
    readonly ForbiddenTermFilter: ForbiddenTermFilter;
    readonly GuardLevelFilter: GuardLevelFilter;
    readonly ForbiddenTermOrder: ForbiddenTermOrder;
    readonly SafeContactFilter: SafeContactFilter;
    readonly SafeContactOrder: SafeContactOrder;
    readonly TermHitFilter: TermHitFilter;
    readonly TermHitOrder: TermHitOrder;
    readonly RuleFilter: RuleFilter;
    readonly RuleStateFilter: RuleStateFilter;
    readonly RuleEventFilter: RuleEventFilter;
    readonly RuleOrder: RuleOrder;
    readonly RuleVersionFilter: RuleVersionFilter;
    readonly RuleVersionOrder: RuleVersionOrder;
    readonly RuleRunFilter: RuleRunFilter;
    readonly RuleRunStateFilter: RuleRunStateFilter;
    readonly RuleRunReasonFilter: RuleRunReasonFilter;
    readonly RuleRunOrder: RuleRunOrder;
    readonly ScriptFilter: ScriptFilter;
    readonly SceneFilter: SceneFilter;
    readonly ScriptScopeFilter: ScriptScopeFilter;
    readonly ScriptStateFilter: ScriptStateFilter;
    readonly ScriptOrder: ScriptOrder;
    readonly WidgetSightingFilter: WidgetSightingFilter;
    readonly WidgetSightingOrder: WidgetSightingOrder;
    readonly ConnectedShopFilter: ConnectedShopFilter;
    readonly ConnectedShopOrder: ConnectedShopOrder;
    readonly FollowUpTaskFilter: FollowUpTaskFilter;
    readonly TaskKindFilter: TaskKindFilter;
    readonly FollowUpTaskStateFilter: FollowUpTaskStateFilter;
    readonly TaskPriorityFilter: TaskPriorityFilter;
    readonly FollowUpTaskOrder: FollowUpTaskOrder;
    readonly TicketFilter: TicketFilter;
    readonly TicketStateFilter: TicketStateFilter;
    readonly TicketIntentFilter: TicketIntentFilter;
    readonly TicketOrder: TicketOrder;
    readonly ReadingCorrectionFilter: ReadingCorrectionFilter;
    readonly ReadingCorrectionOrder: ReadingCorrectionOrder;
    readonly ReaderTrainingFilter: ReaderTrainingFilter;
    readonly SafeIntFilter: SafeIntFilter;
    readonly ReaderTrainingOrder: ReaderTrainingOrder;
    readonly RoutingPolicyFilter: RoutingPolicyFilter;
    readonly RoutingModeFilter: RoutingModeFilter;
    readonly RoutingPolicyOrder: RoutingPolicyOrder;
    readonly RoutingDecisionFilter: RoutingDecisionFilter;
    readonly RoutingDecisionHowFilter: RoutingDecisionHowFilter;
    readonly RoutingDecisionOrder: RoutingDecisionOrder;
    readonly SlaPolicyFilter: SlaPolicyFilter;
    readonly SlaPolicyOrder: SlaPolicyOrder;
    readonly SlaClockFilter: SlaClockFilter;
    readonly SlaTargetNameFilter: SlaTargetNameFilter;
    readonly SlaClockStateFilter: SlaClockStateFilter;
    readonly SlaClockOrder: SlaClockOrder;
    readonly EscalationFilter: EscalationFilter;
    readonly EscalationStateFilter: EscalationStateFilter;
    readonly EscalationOrder: EscalationOrder;
    readonly ShiftFilter: ShiftFilter;
    readonly ShiftStateFilter: ShiftStateFilter;
    readonly ShiftTypeFilter: ShiftTypeFilter;
    readonly ShiftOrder: ShiftOrder;
    readonly HandoverFilter: HandoverFilter;
    readonly HandoverStateFilter: HandoverStateFilter;
    readonly HandoverOrder: HandoverOrder;
    readonly OrderServiceRequestFilter: OrderServiceRequestFilter;
    readonly OrderServiceRequestStateFilter: OrderServiceRequestStateFilter;
    readonly OrderServiceRequestChangeFilter: OrderServiceRequestChangeFilter;
    readonly OrderServiceRequestWayFilter: OrderServiceRequestWayFilter;
    readonly OrderServiceRequestOrder: OrderServiceRequestOrder;
    readonly OrderRemarkFilter: OrderRemarkFilter;
    readonly RemarkFlagFilter: RemarkFlagFilter;
    readonly OrderRemarkOrder: OrderRemarkOrder;
    readonly OrderWatchFilter: OrderWatchFilter;
    readonly OrderWatchOrder: OrderWatchOrder;
    readonly AfterSalesCaseFilter: AfterSalesCaseFilter;
    readonly CaseStateFilter: CaseStateFilter;
    readonly CaseTypeFilter: CaseTypeFilter;
    readonly CaseReasonFilter: CaseReasonFilter;
    readonly FaultPartyFilter: FaultPartyFilter;
    readonly CaseApproverFilter: CaseApproverFilter;
    readonly CaseShopStateFilter: CaseShopStateFilter;
    readonly AfterSalesCaseOrder: AfterSalesCaseOrder;
    readonly CaseStepFilter: CaseStepFilter;
    readonly CaseStepOrder: CaseStepOrder;
    readonly ReturnAddressFilter: ReturnAddressFilter;
    readonly ReturnAddressOrder: ReturnAddressOrder;
    readonly ReturnsReportFilter: ReturnsReportFilter;
    readonly ReturnsReportOrder: ReturnsReportOrder;
    readonly ReturnsMeasureFilter: ReturnsMeasureFilter;
    readonly ReturnsMeasureOrder: ReturnsMeasureOrder;
    readonly ShippedUnitsFilter: ShippedUnitsFilter;
    readonly ShippedUnitsOrder: ShippedUnitsOrder;
    readonly ComplaintFilter: ComplaintFilter;
    readonly ComplaintStateFilter: ComplaintStateFilter;
    readonly ComplaintCauseFilter: ComplaintCauseFilter;
    readonly ComplaintChannelFilter: ComplaintChannelFilter;
    readonly ComplaintOrder: ComplaintOrder;
    readonly ArticleFilter: ArticleFilter;
    readonly ArticleCategoryFilter: ArticleCategoryFilter;
    readonly ArticleStateFilter: ArticleStateFilter;
    readonly ArticleAudienceFilter: ArticleAudienceFilter;
    readonly TextLanguageListFilter: TextLanguageListFilter;
    readonly ArticleOrder: ArticleOrder;
    readonly ArticleVersionFilter: ArticleVersionFilter;
    readonly ArticleVersionStateFilter: ArticleVersionStateFilter;
    readonly ArticleVersionOrder: ArticleVersionOrder;
    readonly KnowledgeGapFilter: KnowledgeGapFilter;
    readonly KnowledgeGapStateFilter: KnowledgeGapStateFilter;
    readonly KnowledgeGapOrder: KnowledgeGapOrder;
    readonly ReadReceiptFilter: ReadReceiptFilter;
    readonly ReadReceiptOrder: ReadReceiptOrder;
    readonly ProductKnowledgeFilter: ProductKnowledgeFilter;
    readonly ProductSchemaFilter: ProductSchemaFilter;
    readonly ProductKnowledgeOrder: ProductKnowledgeOrder;
    readonly BotSessionFilter: BotSessionFilter;
    readonly BotSessionStateFilter: BotSessionStateFilter;
    readonly BotHandOverFilter: BotHandOverFilter;
    readonly BotSessionOrder: BotSessionOrder;
    readonly BotAnswerFilter: BotAnswerFilter;
    readonly BotAnswerOutcomeFilter: BotAnswerOutcomeFilter;
    readonly BotAnswerOrder: BotAnswerOrder;
    readonly MacroFilter: MacroFilter;
    readonly MacroStateFilter: MacroStateFilter;
    readonly MacroOrder: MacroOrder;
    readonly ShopEventKeyFilter: ShopEventKeyFilter;
    readonly ShopEventKeyOrder: ShopEventKeyOrder;
    readonly ShopFeedFilter: ShopFeedFilter;
    readonly ShopFeedOrder: ShopFeedOrder;
    readonly AuditEventFilter: AuditEventFilter;
    readonly AuditEventOrder: AuditEventOrder;
    readonly EffectFilter: EffectFilter;
    readonly EffectStateFilter: EffectStateFilter;
    readonly EffectOrder: EffectOrder;
    readonly AccountLinkKind: AccountLinkKind;
    readonly HolidayRegion: HolidayRegion;
    readonly HoursKind: HoursKind;
    readonly TimelineKind: TimelineKind;
    readonly CustomerOrdersShop: CustomerOrdersShop;
    readonly ShopOrderStatus: ShopOrderStatus;
    readonly ShopDiscountRuleKind: ShopDiscountRuleKind;
    readonly ShopFreeFreightCounts: ShopFreeFreightCounts;
    readonly ShopPaymentKind: ShopPaymentKind;
    readonly ShopTrackingStatus: ShopTrackingStatus;
    readonly ShopReturnKind: ShopReturnKind;
    readonly ShopOrderEventKind: ShopOrderEventKind;
    readonly FormChangeCode: FormChangeCode;
    readonly NoticeLayer: NoticeLayer;
    readonly MetricDimension: MetricDimension;
    readonly MetricUnit: MetricUnit;
    readonly MetricSign: MetricSign;
    readonly OrganisationWarningCode: OrganisationWarningCode;
    readonly OrganisationChangeKind: OrganisationChangeKind;
    readonly CompanySize: CompanySize;
    readonly BusinessType: BusinessType;
    readonly CustomerBase: CustomerBase;
    readonly SupportLevel: SupportLevel;
    readonly FlowProblem: FlowProblem;
    readonly FlowDifference: FlowDifference;
    readonly OutreachBasis: OutreachBasis;
    readonly PolicyLayer: PolicyLayer;
    readonly PolicyFindingCode: PolicyFindingCode;
    readonly PolicyFindingSeverity: PolicyFindingSeverity;
    readonly PolicyDifferenceKind: PolicyDifferenceKind;
    readonly RuleFieldType: RuleFieldType;
    readonly RuleDraftInput: RuleDraftInput;
    readonly RuleConditionInput: RuleConditionInput;
    readonly RuleStepInput: RuleStepInput;
    readonly RuleDryOutcome: RuleDryOutcome;
    readonly RuleDryChange: RuleDryChange;
    readonly VariableValueInput: VariableValueInput;
    readonly ShopSource: ShopSource;
    readonly ShopCapability: ShopCapability;
    readonly ShopSettingKind: ShopSettingKind;
    readonly OrderListSource: OrderListSource;
    readonly ShopPaymentMethodKind: ShopPaymentMethodKind;
    readonly ShopCustomerName: ShopCustomerName;
    readonly OrderChange: OrderChange;
    readonly OrderOptionState: OrderOptionState;
    readonly OrderChangeCourse: OrderChangeCourse;
    readonly OrderChangeEffectKind: OrderChangeEffectKind;
    readonly ShopAddressInput: ShopAddressInput;
    readonly OrderChangeItemInput: OrderChangeItemInput;
    readonly OrderChangeAsker: OrderChangeAsker;
    readonly CaseItemInput: CaseItemInput;
    readonly GoodsConditionInput: GoodsConditionInput;
    readonly CaseRecordForm: CaseRecordForm;
    readonly CaseGroup: CaseGroup;
    readonly AnswerKind: AnswerKind;
    readonly ArticleTextFormat: ArticleTextFormat;
    readonly MacroNeed: MacroNeed;
    readonly MacroItemInput: MacroItemInput;
    readonly DenialCode: DenialCode;
    readonly SignInInput: SignInInput;
    readonly AddStaffInput: AddStaffInput;
    readonly InviteStaffInput: InviteStaffInput;
    readonly StaffPreset: StaffPreset;
    readonly MakeAccountLinkInput: MakeAccountLinkInput;
    readonly RedeemAccountLinkInput: RedeemAccountLinkInput;
    readonly UpdateStaffInput: UpdateStaffInput;
    readonly SetStaffPasswordInput: SetStaffPasswordInput;
    readonly SetPresenceInput: SetPresenceInput;
    readonly SetAutoReplyInput: SetAutoReplyInput;
    readonly NoteStaffConnectionInput: NoteStaffConnectionInput;
    readonly SetPermissionRolesInput: SetPermissionRolesInput;
    readonly CreateStoreInput: CreateStoreInput;
    readonly ServiceHoursInput: ServiceHoursInput;
    readonly CalendarDayInput: CalendarDayInput;
    readonly LocalTextInput: LocalTextInput;
    readonly DayHoursInput: DayHoursInput;
    readonly WidgetLookInput: WidgetLookInput;
    readonly UpdateStoreInput: UpdateStoreInput;
    readonly ChangeOwnPasswordInput: ChangeOwnPasswordInput;
    readonly UpdateOwnProfileInput: UpdateOwnProfileInput;
    readonly EndOwnSessionInput: EndOwnSessionInput;
    readonly EndStaffSessionsInput: EndStaffSessionsInput;
    readonly SetOnboardingGateInput: SetOnboardingGateInput;
    readonly RecordOnboardingInput: RecordOnboardingInput;
    readonly UpdateCustomerInput: UpdateCustomerInput;
    readonly RevealContactInput: RevealContactInput;
    readonly AddIdentityKeyInput: AddIdentityKeyInput;
    readonly RevokeIdentityKeyInput: RevokeIdentityKeyInput;
    readonly EndCustomerSessionsInput: EndCustomerSessionsInput;
    readonly DecideOutgoingCallInput: DecideOutgoingCallInput;
    readonly EffectDecision: EffectDecision;
    readonly CreateFormInput: CreateFormInput;
    readonly EditFormDraftInput: EditFormDraftInput;
    readonly BeginFormDraftInput: BeginFormDraftInput;
    readonly DiscardFormDraftInput: DiscardFormDraftInput;
    readonly PublishFormInput: PublishFormInput;
    readonly RetireFormInput: RetireFormInput;
    readonly ReuseFormInput: ReuseFormInput;
    readonly OpenFormRecordInput: OpenFormRecordInput;
    readonly SaveFormRecordInput: SaveFormRecordInput;
    readonly FinishFormStepInput: FinishFormStepInput;
    readonly SubmitFormRecordInput: SubmitFormRecordInput;
    readonly SignFormRecordInput: SignFormRecordInput;
    readonly ReopenFormRecordInput: ReopenFormRecordInput;
    readonly CancelFormRecordInput: CancelFormRecordInput;
    readonly MoveFormRecordInput: MoveFormRecordInput;
    readonly AddFormFileInput: AddFormFileInput;
    readonly AcknowledgeNoticeInput: AcknowledgeNoticeInput;
    readonly SeeNoticeInput: SeeNoticeInput;
    readonly SendNoticeInput: SendNoticeInput;
    readonly SetNoticePolicyInput: SetNoticePolicyInput;
    readonly SetNoticePreferenceInput: SetNoticePreferenceInput;
    readonly RecountDayInput: RecountDayInput;
    readonly FixFigureInput: FixFigureInput;
    readonly CreateTeamInput: CreateTeamInput;
    readonly TellTeamInput: TellTeamInput;
    readonly UpdateTeamInput: UpdateTeamInput;
    readonly SetTeamLeadInput: SetTeamLeadInput;
    readonly AddTeamMembersInput: AddTeamMembersInput;
    readonly RemoveTeamMembersInput: RemoveTeamMembersInput;
    readonly SetStaffTeamsInput: SetStaffTeamsInput;
    readonly CloseTeamInput: CloseTeamInput;
    readonly ReopenTeamInput: ReopenTeamInput;
    readonly CreateDepartmentInput: CreateDepartmentInput;
    readonly UpdateDepartmentInput: UpdateDepartmentInput;
    readonly SetDepartmentLeadInput: SetDepartmentLeadInput;
    readonly SetStaffDepartmentInput: SetStaffDepartmentInput;
    readonly CreatePostInput: CreatePostInput;
    readonly UpdatePostInput: UpdatePostInput;
    readonly GivePostInput: GivePostInput;
    readonly AcknowledgeDutiesInput: AcknowledgeDutiesInput;
    readonly CreateFunctionInput: CreateFunctionInput;
    readonly UpdateFunctionInput: UpdateFunctionInput;
    readonly TakeModelInput: TakeModelInput;
    readonly CreateFlowInput: CreateFlowInput;
    readonly SaveFlowDraftInput: SaveFlowDraftInput;
    readonly FlowNodeInput: FlowNodeInput;
    readonly FlowOwnerInput: FlowOwnerInput;
    readonly FlowClockInput: FlowClockInput;
    readonly FlowStartInput: FlowStartInput;
    readonly DiscardFlowDraftInput: DiscardFlowDraftInput;
    readonly PublishFlowInput: PublishFlowInput;
    readonly RecordConsentInput: RecordConsentInput;
    readonly RecordedConsentSource: RecordedConsentSource;
    readonly StopOutreachInput: StopOutreachInput;
    readonly SetOutreachPolicyInput: SetOutreachPolicyInput;
    readonly DraftPolicyInput: DraftPolicyInput;
    readonly EditPolicyDraftInput: EditPolicyDraftInput;
    readonly SubmitPolicyInput: SubmitPolicyInput;
    readonly ApprovePolicyInput: ApprovePolicyInput;
    readonly SendBackPolicyInput: SendBackPolicyInput;
    readonly SchedulePolicyInput: SchedulePolicyInput;
    readonly RetirePolicyInput: RetirePolicyInput;
    readonly StartPolicyReplayInput: StartPolicyReplayInput;
    readonly CancelPolicyReplayInput: CancelPolicyReplayInput;
    readonly SetProductTermsInput: SetProductTermsInput;
    readonly RecordPurchaseConfirmationInput: RecordPurchaseConfirmationInput;
    readonly SaveViewInput: SaveViewInput;
    readonly RemoveViewInput: RemoveViewInput;
    readonly AddWorkFileInput: AddWorkFileInput;
    readonly RequestHumanInput: RequestHumanInput;
    readonly StartServiceInput: StartServiceInput;
    readonly LeaveMessageInput: LeaveMessageInput;
    readonly TakeConversationInput: TakeConversationInput;
    readonly AssignConversationInput: AssignConversationInput;
    readonly RequestTransferInput: RequestTransferInput;
    readonly ApproveTransferInput: ApproveTransferInput;
    readonly AcceptTransferInput: AcceptTransferInput;
    readonly DeclineTransferInput: DeclineTransferInput;
    readonly SendMessageInput: SendMessageInput;
    readonly SendMessageInputCard: SendMessageInputCard;
    readonly AddNoteInput: AddNoteInput;
    readonly SetTypingInput: SetTypingInput;
    readonly SetViewingInput: SetViewingInput;
    readonly MarkDeliveredInput: MarkDeliveredInput;
    readonly MarkReadInput: MarkReadInput;
    readonly AddAttachmentInput: AddAttachmentInput;
    readonly HoldConversationInput: HoldConversationInput;
    readonly ReleaseHoldInput: ReleaseHoldInput;
    readonly CloseConversationInput: CloseConversationInput;
    readonly RecordCustomerToldInput: RecordCustomerToldInput;
    readonly SetCustomerNoticePolicyInput: SetCustomerNoticePolicyInput;
    readonly SetForbiddenTermInput: SetForbiddenTermInput;
    readonly ResetForbiddenTermInput: ResetForbiddenTermInput;
    readonly AddSafeContactInput: AddSafeContactInput;
    readonly RemoveSafeContactInput: RemoveSafeContactInput;
    readonly TermImportProblemCode: TermImportProblemCode;
    readonly ImportTermsInput: ImportTermsInput;
    readonly CreateRuleInput: CreateRuleInput;
    readonly EditRuleInput: EditRuleInput;
    readonly PlaceRuleInput: PlaceRuleInput;
    readonly PublishRuleInput: PublishRuleInput;
    readonly PauseRuleInput: PauseRuleInput;
    readonly ResumeRuleInput: ResumeRuleInput;
    readonly RetireRuleInput: RetireRuleInput;
    readonly CreateScriptInput: CreateScriptInput;
    readonly ScriptHoursInput: ScriptHoursInput;
    readonly UpdateScriptInput: UpdateScriptInput;
    readonly PublishScriptInput: PublishScriptInput;
    readonly ArchiveScriptInput: ArchiveScriptInput;
    readonly NoteScriptUseInput: NoteScriptUseInput;
    readonly AllowSeenOriginInput: AllowSeenOriginInput;
    readonly KeepSetupStepInput: KeepSetupStepInput;
    readonly DismissSetupInput: DismissSetupInput;
    readonly ConnectShopInput: ConnectShopInput;
    readonly ShopSettingValueInput: ShopSettingValueInput;
    readonly DisconnectShopInput: DisconnectShopInput;
    readonly TestShopInput: TestShopInput;
    readonly CreateTaskInput: CreateTaskInput;
    readonly StartTaskInput: StartTaskInput;
    readonly FinishTaskInput: FinishTaskInput;
    readonly SnoozeTaskInput: SnoozeTaskInput;
    readonly SkipTaskInput: SkipTaskInput;
    readonly ReturnTaskInput: ReturnTaskInput;
    readonly CancelTaskInput: CancelTaskInput;
    readonly TakeTaskInput: TakeTaskInput;
    readonly AssignTaskInput: AssignTaskInput;
    readonly NoteTaskInput: NoteTaskInput;
    readonly CreateTicketInput: CreateTicketInput;
    readonly TicketFromConversationInput: TicketFromConversationInput;
    readonly AcceptTicketInput: AcceptTicketInput;
    readonly SplitTicketInput: SplitTicketInput;
    readonly MergeTicketInput: MergeTicketInput;
    readonly MoveTicketUpInput: MoveTicketUpInput;
    readonly SleepTicketInput: SleepTicketInput;
    readonly WakeTicketInput: WakeTicketInput;
    readonly SleepConversationInput: SleepConversationInput;
    readonly WakeConversationInput: WakeConversationInput;
    readonly AnswerTicketInput: AnswerTicketInput;
    readonly AnswerTicketDepartmentInput: AnswerTicketDepartmentInput;
    readonly AskTicketCustomerInput: AskTicketCustomerInput;
    readonly AskTicketDepartmentInput: AskTicketDepartmentInput;
    readonly AssignTicketInput: AssignTicketInput;
    readonly CancelTicketInput: CancelTicketInput;
    readonly ConfirmTicketInput: ConfirmTicketInput;
    readonly FinishTicketStepInput: FinishTicketStepInput;
    readonly LowerTicketInput: LowerTicketInput;
    readonly NoteTicketInput: NoteTicketInput;
    readonly RaiseTicketInput: RaiseTicketInput;
    readonly ReopenTicketInput: ReopenTicketInput;
    readonly ResolveTicketInput: ResolveTicketInput;
    readonly TakeTicketInput: TakeTicketInput;
    readonly CorrectReadingInput: CorrectReadingInput;
    readonly SetRoutingPolicyInput: SetRoutingPolicyInput;
    readonly ChannelWeightsInput: ChannelWeightsInput;
    readonly HeadStartsInput: HeadStartsInput;
    readonly PriorityHeadStartsInput: PriorityHeadStartsInput;
    readonly StageHeadStartsInput: StageHeadStartsInput;
    readonly TierHeadStartInput: TierHeadStartInput;
    readonly StartPeakModeInput: StartPeakModeInput;
    readonly EndPeakModeInput: EndPeakModeInput;
    readonly RequestHelpInput: RequestHelpInput;
    readonly LendAgentInput: LendAgentInput;
    readonly TakeBackAgentInput: TakeBackAgentInput;
    readonly SetSlaPolicyInput: SetSlaPolicyInput;
    readonly SlaTargetInput: SlaTargetInput;
    readonly ResetSlaPolicyInput: ResetSlaPolicyInput;
    readonly EscalateConversationInput: EscalateConversationInput;
    readonly AcceptEscalationInput: AcceptEscalationInput;
    readonly DeclineEscalationInput: DeclineEscalationInput;
    readonly LowerEscalationInput: LowerEscalationInput;
    readonly PlanShiftInput: PlanShiftInput;
    readonly UpdateShiftInput: UpdateShiftInput;
    readonly RemoveShiftInput: RemoveShiftInput;
    readonly PublishShiftsInput: PublishShiftsInput;
    readonly RequestShiftSwapInput: RequestShiftSwapInput;
    readonly ApproveShiftSwapInput: ApproveShiftSwapInput;
    readonly DeclineShiftSwapInput: DeclineShiftSwapInput;
    readonly CheckInShiftInput: CheckInShiftInput;
    readonly MarkShiftAbsentInput: MarkShiftAbsentInput;
    readonly StartHandoverInput: StartHandoverInput;
    readonly EndShiftInput: EndShiftInput;
    readonly EditHandoverInput: EditHandoverInput;
    readonly EditHandoverInputItems: EditHandoverInputItems;
    readonly RefreshHandoverInput: RefreshHandoverInput;
    readonly SubmitHandoverInput: SubmitHandoverInput;
    readonly AcknowledgeHandoverInput: AcknowledgeHandoverInput;
    readonly SetHandoverItemInput: SetHandoverItemInput;
    readonly RequestOrderChangeInput: RequestOrderChangeInput;
    readonly ChangeDefaultAddressInput: ChangeDefaultAddressInput;
    readonly RejectOrderChangeInput: RejectOrderChangeInput;
    readonly FinishOrderChangeInput: FinishOrderChangeInput;
    readonly TakeOrderRequestInput: TakeOrderRequestInput;
    readonly AddOrderRemarkInput: AddOrderRemarkInput;
    readonly AcknowledgeOrderRemarkInput: AcknowledgeOrderRemarkInput;
    readonly WatchOrderInput: WatchOrderInput;
    readonly UnwatchOrderInput: UnwatchOrderInput;
    readonly SubmitCaseInput: SubmitCaseInput;
    readonly TakeUpCaseInput: TakeUpCaseInput;
    readonly RecordApologyInput: RecordApologyInput;
    readonly OfferSolutionInput: OfferSolutionInput;
    readonly SetRefundAmountInput: SetRefundAmountInput;
    readonly ApproveCaseInput: ApproveCaseInput;
    readonly RejectCaseInput: RejectCaseInput;
    readonly WithdrawCaseInput: WithdrawCaseInput;
    readonly ProceedCaseInput: ProceedCaseInput;
    readonly ProceedWay: ProceedWay;
    readonly ShipReturnInput: ShipReturnInput;
    readonly NoteFirstScanInput: NoteFirstScanInput;
    readonly ReceiveReturnInput: ReceiveReturnInput;
    readonly InspectReturnInput: InspectReturnInput;
    readonly AcceptInspectionInput: AcceptInspectionInput;
    readonly RefuseReturnInput: RefuseReturnInput;
    readonly SettleReturnInput: SettleReturnInput;
    readonly CaseAlternative: CaseAlternative;
    readonly NoteReplacementInput: NoteReplacementInput;
    readonly CompleteCaseInput: CompleteCaseInput;
    readonly ExchangeRepairInput: ExchangeRepairInput;
    readonly ConfirmRefundInput: ConfirmRefundInput;
    readonly RetryRefundInput: RetryRefundInput;
    readonly OpenCaseDisputeInput: OpenCaseDisputeInput;
    readonly DecideCaseDisputeInput: DecideCaseDisputeInput;
    readonly CaseDisputeOutcome: CaseDisputeOutcome;
    readonly RecordCauseInput: RecordCauseInput;
    readonly ArchiveCaseInput: ArchiveCaseInput;
    readonly ReopenCaseInput: ReopenCaseInput;
    readonly AddCasePhotoInput: AddCasePhotoInput;
    readonly SetReturnAddressInput: SetReturnAddressInput;
    readonly RecordShippedUnitsInput: RecordShippedUnitsInput;
    readonly NoteReturnsMeasureInput: NoteReturnsMeasureInput;
    readonly AcceptSolutionInput: AcceptSolutionInput;
    readonly AcknowledgeComplaintInput: AcknowledgeComplaintInput;
    readonly AnswerComplaintTaskInput: AnswerComplaintTaskInput;
    readonly AssignComplaintInput: AssignComplaintInput;
    readonly CloseComplaintInput: CloseComplaintInput;
    readonly EditComplaintInput: EditComplaintInput;
    readonly EscalateComplaintInput: EscalateComplaintInput;
    readonly ExecuteSolutionInput: ExecuteSolutionInput;
    readonly InvestigateComplaintInput: InvestigateComplaintInput;
    readonly InvestigateComplaintInputDepartments: InvestigateComplaintInputDepartments;
    readonly NoteComplaintInput: NoteComplaintInput;
    readonly NotePlatformCaseInput: NotePlatformCaseInput;
    readonly ProposeSolutionInput: ProposeSolutionInput;
    readonly ComplaintOptionInput: ComplaintOptionInput;
    readonly RefuseSolutionInput: RefuseSolutionInput;
    readonly RegisterComplaintInput: RegisterComplaintInput;
    readonly ReopenComplaintInput: ReopenComplaintInput;
    readonly ResolveComplaintInput: ResolveComplaintInput;
    readonly RevisitComplaintInput: RevisitComplaintInput;
    readonly TakeComplaintInput: TakeComplaintInput;
    readonly TellOutcomeInput: TellOutcomeInput;
    readonly WithdrawComplaintInput: WithdrawComplaintInput;
    readonly CreateArticleInput: CreateArticleInput;
    readonly ArticleBodyInput: ArticleBodyInput;
    readonly UpdateArticleInput: UpdateArticleInput;
    readonly SubmitArticleInput: SubmitArticleInput;
    readonly PublishArticleInput: PublishArticleInput;
    readonly SendBackArticleInput: SendBackArticleInput;
    readonly RequestArticleUpdateInput: RequestArticleUpdateInput;
    readonly ArchiveArticleInput: ArchiveArticleInput;
    readonly NoteArticleUseInput: NoteArticleUseInput;
    readonly ArticleOutcome: ArticleOutcome;
    readonly ArticleImportProblemCode: ArticleImportProblemCode;
    readonly ImportArticlesInput: ImportArticlesInput;
    readonly ReportKnowledgeGapInput: ReportKnowledgeGapInput;
    readonly AssignKnowledgeGapInput: AssignKnowledgeGapInput;
    readonly AnswerKnowledgeGapInput: AnswerKnowledgeGapInput;
    readonly DismissKnowledgeGapInput: DismissKnowledgeGapInput;
    readonly RequireReadingInput: RequireReadingInput;
    readonly AcknowledgeArticleInput: AcknowledgeArticleInput;
    readonly SetProductKnowledgeInput: SetProductKnowledgeInput;
    readonly ProductFactInput: ProductFactInput;
    readonly ProductFactTextInput: ProductFactTextInput;
    readonly NoteKnowledgeSearchInput: NoteKnowledgeSearchInput;
    readonly SettleBotDraftInput: SettleBotDraftInput;
    readonly BotDraftOutcome: BotDraftOutcome;
    readonly TakeOverFromBotInput: TakeOverFromBotInput;
    readonly SetStoreBotInput: SetStoreBotInput;
    readonly StoreBotInput: StoreBotInput;
    readonly StoreBotInputName: StoreBotInputName;
    readonly CreateMacroInput: CreateMacroInput;
    readonly MacroStepInput: MacroStepInput;
    readonly UpdateMacroInput: UpdateMacroInput;
    readonly ArchiveMacroInput: ArchiveMacroInput;
    readonly NoteMacroUseInput: NoteMacroUseInput;
    readonly AddShopEventKeyInput: AddShopEventKeyInput;
    readonly RevokeShopEventKeyInput: RevokeShopEventKeyInput;
    readonly SignalKind: SignalKind;
    readonly SignalSide: SignalSide;
  };
}

export interface Tenant {
  readonly __typename: 'Tenant';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly slug: string;
  readonly permissionOverrides: unknown;
  readonly onboardingGate: boolean;
}

export interface Store {
  readonly __typename: 'Store';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly key: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly currency: string;
  readonly profile: StoreProfile;
  readonly policyPack: string;
  readonly region: StoreRegion;
  readonly country: string | null;
  readonly serviceHours: readonly ServiceHours[];
  readonly officeHours: readonly ServiceHours[];
  readonly calendar: readonly CalendarDay[];
  readonly allowedOrigins: readonly string[];
  readonly look: WidgetLook;
  readonly identityIssuer: string;
  readonly bot: StoreBot;
}

export type StoreProfile = 'GENERIC' | 'TMALL' | 'AMAZON' | 'ALIBABA_B2B';

export type StoreRegion = 'CN' | 'EU' | 'OTHER';

export interface ServiceHours {
  readonly __typename: 'ServiceHours';
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface CalendarDay {
  readonly __typename: 'CalendarDay';
  readonly date: string;
  readonly kind: CalendarDayKind;
  readonly name: LocalText;
  readonly hours: readonly DayHours[];
}

export type CalendarDayKind = 'HOLIDAY' | 'WORKING';

export interface LocalText {
  readonly __typename: 'LocalText';
  readonly zh: string;
  readonly en: string;
}

export interface DayHours {
  readonly __typename: 'DayHours';
  readonly from: string;
  readonly to: string;
}

export interface WidgetLook {
  readonly __typename: 'WidgetLook';
  readonly colour: string;
  readonly position: WidgetLookPosition;
  readonly title: LocalText;
  readonly greeting: LocalText;
  readonly offlineText: LocalText;
}

export type WidgetLookPosition = 'end' | 'start';

export interface StoreBot {
  readonly __typename: 'StoreBot';
  readonly mode: BotMode;
  readonly name: StoreBotName;
  readonly rephrase: boolean;
  readonly sendPersonalData: boolean;
}

export type BotMode = 'OFF' | 'DRAFT' | 'BOT';

export interface StoreBotName {
  readonly __typename: 'StoreBotName';
  readonly zh: string;
  readonly en: string;
}

export interface User {
  readonly __typename: 'User';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly agentNo: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly storeIds: readonly string[];
  readonly stores: readonly Store[];
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly capacity: number;
  readonly autoReplyText: string;
  readonly presence: Presence;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  readonly invited: boolean;
  readonly teams: readonly string[];
  readonly leads: readonly string[];
  readonly departmentId: string | null;
  readonly department: Department | null;
  readonly postId: string | null;
  readonly post: Post | null;
  readonly reportsToId: string | null;
  readonly reportsTo: User | null;
  readonly awayAt: string | null;
}

export type Role =
  | 'PA'
  | 'AA'
  | 'CO'
  | 'SM'
  | 'TS'
  | 'FC'
  | 'TL'
  | 'SV'
  | 'MG'
  | 'OD'
  | 'AN'
  | 'QI'
  | 'TR'
  | 'FN'
  | 'WH'
  | 'DL'
  | 'AD';

export type Presence = 'OFFLINE' | 'ONLINE' | 'BUSY' | 'AWAY' | 'BREAK' | 'TRAINING' | 'COOL_DOWN';

export interface OnboardingRecord {
  readonly __typename: 'OnboardingRecord';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userId: string;
  readonly user: User | null;
  readonly exam: number | null;
  readonly simulation: number | null;
  readonly typingPerMinute: number | null;
  readonly typingAccuracy: number | null;
  readonly supervisedShifts: number;
}

export interface StaffSession {
  readonly __typename: 'StaffSession';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userId: string;
  readonly user: User | null;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly usedAt: string | null;
  readonly device: string | null;
}

export interface Customer {
  readonly __typename: 'Customer';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly name: string;
  readonly nick: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly verified: boolean;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly tier: string | null;
  readonly styleTag: string | null;
  readonly riskNote: string | null;
  readonly lastSeenAt: string | null;
  readonly conversations: ConversationConnection;
  readonly cases: AfterSalesCaseConnection;
}

export interface ConversationConnection {
  readonly __typename: 'ConversationConnection';
  readonly nodes: readonly Conversation[];
  readonly pageInfo: PageInfo;
}

export interface PageInfo {
  readonly __typename: 'PageInfo';
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

export interface AfterSalesCaseConnection {
  readonly __typename: 'AfterSalesCaseConnection';
  readonly nodes: readonly AfterSalesCase[];
  readonly pageInfo: PageInfo;
}

export interface CustomerIdentity {
  readonly __typename: 'CustomerIdentity';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly channel: IdentityChannel;
  readonly externalId: string | null;
}

export type IdentityChannel = 'SHOP' | 'EMAIL' | 'PHONE' | 'SOCIAL';

export interface ShopperSession {
  readonly __typename: 'ShopperSession';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly verified: boolean;
  readonly externalId: string | null;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly identityKeyId: string | null;
  readonly identityKey: IdentityKey | null;
}

export interface IdentityKey {
  readonly __typename: 'IdentityKey';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly kid: string;
  readonly algorithm: IdentityKeyAlgorithm;
  readonly revokedAt: string | null;
}

export type IdentityKeyAlgorithm = 'HS256' | 'ES256' | 'EdDSA';

export interface Form {
  readonly __typename: 'Form';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly code: string;
  readonly title: LocalText;
  readonly state: FormState;
  readonly draft: unknown;
  readonly lastEditorId: string | null;
  readonly lastEditor: User | null;
  readonly publishedId: string | null;
  readonly published: FormVersion | null;
  readonly publishedNumber: number;
  readonly subjects: readonly FormSubject[];
  readonly confidential: boolean;
  readonly shipped: string | null;
  readonly versions: FormVersionConnection;
}

export type FormState = 'DRAFT' | 'IN_USE' | 'RETIRED';

export type FormSubject =
  | 'NONE'
  | 'CUSTOMER'
  | 'STAFF'
  | 'CONVERSATION'
  | 'ORDER'
  | 'ORDER_REMARK'
  | 'CASE'
  | 'COMPLAINT'
  | 'HANDOVER'
  | 'RETURNS_REPORT';

export interface FormVersionConnection {
  readonly __typename: 'FormVersionConnection';
  readonly nodes: readonly FormVersion[];
  readonly pageInfo: PageInfo;
}

export interface FormVersion {
  readonly __typename: 'FormVersion';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly formId: string;
  readonly form: Form | null;
  readonly code: string;
  readonly number: number;
  readonly title: LocalText;
  readonly definition: unknown;
  readonly hash: string;
  readonly note: string;
  readonly publishedById: string | null;
  readonly publishedBy: User | null;
}

export interface FormRecord {
  readonly __typename: 'FormRecord';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly number: string;
  readonly formId: string;
  readonly form: Form | null;
  readonly formTitle: LocalText;
  readonly formVersionId: string;
  readonly formVersion: FormVersion | null;
  readonly versionNumber: number;
  readonly state: FormRecordState;
  readonly subjectKind: FormSubject;
  readonly subjectId: string | null;
  readonly subjectLabel: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly confidential: boolean;
  readonly values: unknown;
  readonly stepsDone: unknown;
  readonly openedById: string | null;
  readonly openedBy: User | null;
  readonly submittedAt: string | null;
  readonly doneAt: string | null;
  readonly hash: string | null;
  readonly reason: string | null;
  readonly signatures: FormSignatureConnection;
  readonly files: FormFileConnection;
}

export type FormRecordState = 'DRAFT' | 'SIGNING' | 'DONE' | 'CANCELLED';

export interface FormSignatureConnection {
  readonly __typename: 'FormSignatureConnection';
  readonly nodes: readonly FormSignature[];
  readonly pageInfo: PageInfo;
}

export interface FormFileConnection {
  readonly __typename: 'FormFileConnection';
  readonly nodes: readonly FormFile[];
  readonly pageInfo: PageInfo;
}

export interface FormSignature {
  readonly __typename: 'FormSignature';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly recordId: string;
  readonly record: FormRecord | null;
  readonly confidential: boolean;
  readonly openedById: string | null;
  readonly openedBy: User | null;
  readonly subjectKind: FormSubject;
  readonly subjectId: string | null;
  readonly fieldId: string;
  readonly userId: string;
  readonly user: User | null;
  readonly name: string;
  readonly at: string;
  readonly hash: string;
  readonly state: FormSignatureState;
}

export type FormSignatureState = 'VALID' | 'VOID';

export interface FormFile {
  readonly __typename: 'FormFile';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly recordId: string;
  readonly record: FormRecord | null;
  readonly confidential: boolean;
  readonly openedById: string | null;
  readonly openedBy: User | null;
  readonly subjectKind: FormSubject;
  readonly subjectId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly userId: string | null;
  readonly user: User | null;
}

export interface Notice {
  readonly __typename: 'Notice';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly severity: NoticeSeverity;
  readonly title: string;
  readonly note: string;
  readonly aboutEntity: string | null;
  readonly aboutId: string | null;
  readonly byUserId: string | null;
  readonly byUser: User | null;
  readonly toUserIds: readonly string[];
  readonly toUsers: readonly User[];
  readonly toPermission: string | null;
  readonly toRoles: readonly Role[];
  readonly toTeams: readonly string[];
  readonly toLeadsOf: readonly string[];
  readonly state: NoticeState;
  readonly notToldBecause: NotToldBecause | null;
  readonly at: string;
  readonly lastAt: string;
  readonly count: number;
  readonly level: number;
  readonly acknowledgeBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedById: string | null;
  readonly acknowledgedBy: User | null;
  readonly locked: boolean;
}

export type NoticeKind =
  | 'ANNOUNCEMENT'
  | 'FIGURE_FAILS'
  | 'TEAM_MESSAGE'
  | 'CUSTOMER_NOT_REACHED'
  | 'RULE_PAUSED'
  | 'RULE_STOPPED'
  | 'TASK_OVERDUE'
  | 'TASK_GIVEN'
  | 'TICKET_GIVEN'
  | 'TICKET_NODE'
  | 'TICKET_LATE'
  | 'TICKET_WOKE'
  | 'CONVERSATION_WOKE'
  | 'SILENT_RETURNED'
  | 'SILENT_AWAY'
  | 'SILENT_NEW'
  | 'TRANSFER_UNACCEPTED'
  | 'HELP_REQUESTED'
  | 'REFUND_OVERDUE'
  | 'CASE_OVERDUE';

export type NoticeSeverity = 'INFO' | 'IMPORTANT' | 'URGENT';

export type NoticeState = 'OPEN' | 'ACKNOWLEDGED' | 'CLEARED' | 'SUPPRESSED';

export type NotToldBecause = 'SWITCHED_OFF' | 'CAP';

export interface NoticePolicy {
  readonly __typename: 'NoticePolicy';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly kind: NoticeKind;
  readonly on: boolean;
  readonly perDay: number | null;
}

export interface NoticePreference {
  readonly __typename: 'NoticePreference';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userId: string;
  readonly user: User | null;
  readonly kind: NoticeKind;
  readonly on: boolean;
}

export interface FigureRecount {
  readonly __typename: 'FigureRecount';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly metric: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly day: string;
  readonly corrected: number;
  readonly at: string;
}

export interface FrozenFigure {
  readonly __typename: 'FrozenFigure';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly metric: MetricCode;
  readonly metricVersion: number;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly n: number;
  readonly digest: string;
  readonly reason: string;
  readonly fixedAt: string;
  readonly fixedById: string | null;
  readonly fixedBy: User | null;
}

export type MetricCode =
  | 'CONVERSATIONS'
  | 'ROUNDS'
  | 'K_01'
  | 'K_01_P50'
  | 'K_01_P90'
  | 'K_02'
  | 'K_03'
  | 'K_04'
  | 'K_05'
  | 'K_06'
  | 'K_14'
  | 'K_20'
  | 'K_20_SOLVED'
  | 'K_23';

export interface Team {
  readonly __typename: 'Team';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: LocalText;
  readonly kind: TeamKind;
  readonly function: TeamFunction | null;
  readonly joins: readonly Role[];
  readonly leadId: string | null;
  readonly lead: User | null;
  readonly departmentId: string | null;
  readonly department: Department | null;
  readonly escalatesToId: string | null;
  readonly escalatesTo: Team | null;
  readonly active: boolean;
}

export type TeamKind =
  | 'FRONT'
  | 'BACK'
  | 'COMPLAINT_GROUP'
  | 'SOCIAL'
  | 'TECH'
  | 'FULFILMENT'
  | 'SUPERVISION'
  | 'CROSS';

export type TeamFunction = 'PRE' | 'IN' | 'AFTER';

export interface Department {
  readonly __typename: 'Department';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: LocalText;
  readonly parentId: string | null;
  readonly parent: Department | null;
  readonly headedBy: Role | null;
  readonly leadId: string | null;
  readonly lead: User | null;
  readonly active: boolean;
}

export interface Post {
  readonly __typename: 'Post';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: LocalText;
  readonly roles: readonly Role[];
  readonly modes: readonly TalkMode[];
  readonly homePath: string;
  readonly duties: readonly LocalText[];
  readonly dutyVersion: number;
  readonly active: boolean;
}

export type TalkMode = 'CHAT' | 'VOICE' | 'EMAIL';

export interface DutyAcknowledgement {
  readonly __typename: 'DutyAcknowledgement';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userId: string;
  readonly user: User | null;
  readonly postId: string;
  readonly post: Post | null;
  readonly dutyVersion: number;
  readonly at: string;
}

export interface BusinessFunction {
  readonly __typename: 'BusinessFunction';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: LocalText;
  readonly parts: LocalText;
  readonly output: LocalText;
  readonly ownerRoles: readonly Role[];
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly active: boolean;
}

export interface OrganisationChoice {
  readonly __typename: 'OrganisationChoice';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly model: OrganisationModel;
  readonly at: string;
  readonly userId: string | null;
  readonly user: User | null;
}

export type OrganisationModel = 'INDEPENDENT' | 'CRM' | 'BACK_OFFICE' | 'TECH_SUPPORT' | 'CROSS_FUNCTIONAL';

export interface FlowDefinition {
  readonly __typename: 'FlowDefinition';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly code: string;
  readonly name: LocalText;
  readonly nodes: readonly FlowNode[];
  readonly starts: readonly FlowStart[];
  readonly edition: number;
  readonly isDraft: boolean;
}

export interface FlowNode {
  readonly __typename: 'FlowNode';
  readonly code: string;
  readonly name: LocalText;
  readonly does: LocalText;
  readonly owners: readonly FlowOwner[];
  readonly clock: FlowClock | null;
  readonly output: LocalText;
  readonly checkpoints: readonly FlowCheckpoint[];
  readonly next: readonly string[];
}

export interface FlowOwner {
  readonly __typename: 'FlowOwner';
  readonly kind: FlowOwnerKind;
  readonly code: string;
}

export type FlowOwnerKind = 'ROLE' | 'TEAM' | 'CUSTOMER' | 'SYSTEM';

export interface FlowClock {
  readonly __typename: 'FlowClock';
  readonly kind: FlowClockKind;
  readonly minutes: number | null;
}

export type FlowClockKind = 'SERVICE' | 'OFFICE' | 'WALL' | 'SAME_DAY' | 'AT_ONCE' | 'REPLY' | 'POLICY';

export type FlowCheckpoint = 'RECEPTION' | 'RECORD' | 'TRANSFER' | 'FEEDBACK';

export interface FlowStart {
  readonly __typename: 'FlowStart';
  readonly intent: TicketIntent;
  readonly node: string;
}

export type TicketIntent =
  | 'QUALITY'
  | 'USAGE'
  | 'RETURN'
  | 'EXCHANGE'
  | 'REPAIR'
  | 'REFUND'
  | 'LOGISTICS'
  | 'INVOICE'
  | 'ORDER'
  | 'PAYMENT'
  | 'ACCOUNT'
  | 'TECH'
  | 'COMPLAINT'
  | 'SUGGESTION'
  | 'OTHER';

export interface FlowVersion {
  readonly __typename: 'FlowVersion';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly flowId: string;
  readonly flow: FlowDefinition | null;
  readonly code: string;
  readonly edition: number;
  readonly name: LocalText;
  readonly nodes: readonly FlowNode[];
  readonly starts: readonly FlowStart[];
  readonly hash: string;
  readonly note: string;
  readonly publishedAt: string;
  readonly publishedById: string | null;
  readonly publishedBy: User | null;
}

export interface ConsentEvent {
  readonly __typename: 'ConsentEvent';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly purpose: Purpose;
  readonly channel: OutreachChannel | null;
  readonly given: boolean;
  readonly at: string;
  readonly source: ConsentSource;
  readonly textVersion: string | null;
  readonly proof: string;
  readonly userId: string | null;
  readonly user: User | null;
}

export type Purpose = 'OFFERS' | 'SURVEYS' | 'SERVICE_NEWS' | 'ORDER_NEWS';

export type OutreachChannel = 'CHAT' | 'EMAIL' | 'SMS';

export type ConsentSource = 'CUSTOMER' | 'LINK' | 'STAFF' | 'IMPORT';

export interface Consent {
  readonly __typename: 'Consent';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly purpose: Purpose;
  readonly channel: OutreachChannel | null;
  readonly given: boolean;
  readonly at: string;
}

export interface OutreachPolicy {
  readonly __typename: 'OutreachPolicy';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly allowed: boolean;
}

export interface PolicyVersion {
  readonly __typename: 'PolicyVersion';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly packCode: string;
  readonly number: number;
  readonly layer: PolicyVersionLayer;
  readonly name: LocalText;
  readonly note: string;
  readonly state: PolicyVersionState;
  readonly basedOn: string | null;
  readonly authorId: string;
  readonly author: User | null;
  readonly editorIds: readonly string[];
  readonly editors: readonly User[];
  readonly lastEditorId: string | null;
  readonly lastEditor: User | null;
  readonly approverId: string | null;
  readonly approver: User | null;
  readonly approvalComment: string | null;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly sentBackReason: string | null;
  readonly kinderForEarlier: boolean;
}

export type PolicyVersionLayer = 'PLATFORM' | 'PROMISE';

export type PolicyVersionState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'SCHEDULED'
  | 'EFFECTIVE'
  | 'SUPERSEDED'
  | 'RETIRED';

export interface PolicyContent {
  readonly __typename: 'PolicyContent';
  readonly id: string;
  readonly version: PolicyVersion | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly versionId: string;
  readonly pack: unknown;
}

export interface PolicyDecision {
  readonly __typename: 'PolicyDecision';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly subject: PolicySubject;
  readonly subjectId: string;
  readonly orderId: string;
  readonly kind: string;
  readonly facts: unknown;
  readonly amount: number;
  readonly currency: string;
  readonly outcome: string | null;
  readonly ruleIds: readonly string[];
  readonly judgedBy: readonly string[];
  readonly decidedAt: string;
}

export type PolicySubject = 'ORDER_REQUEST' | 'CASE';

export interface PolicyReplayRun {
  readonly __typename: 'PolicyReplayRun';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly policyVersionId: string;
  readonly policyVersion: PolicyVersion | null;
  readonly storeId: string;
  readonly store: Store | null;
  readonly contentVersion: number;
  readonly decidedFrom: string;
  readonly decidedTo: string;
  readonly state: PolicyReplayRunState;
  readonly startedById: string;
  readonly startedBy: User | null;
  readonly expected: number;
  readonly total: number;
  readonly changed: number;
  readonly failed: number;
  readonly money: readonly ReplayedMoney[];
  readonly turns: readonly ReplayedTurn[];
  readonly cases: readonly ReplayedCase[];
  readonly failures: readonly ReplayFailure[];
  readonly finishedAt: string | null;
}

export type PolicyReplayRunState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'OUTDATED' | 'FAILED';

export interface ReplayedMoney {
  readonly __typename: 'ReplayedMoney';
  readonly currency: string;
  readonly current: number;
  readonly draft: number;
  readonly difference: number;
}

export interface ReplayedTurn {
  readonly __typename: 'ReplayedTurn';
  readonly turn: string;
  readonly count: number;
}

export interface ReplayedCase {
  readonly __typename: 'ReplayedCase';
  readonly decisionId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly orderId: string;
  readonly kind: string;
  readonly currency: string;
  readonly current: ReplayedAnswer;
  readonly draft: ReplayedAnswer;
}

export interface ReplayedAnswer {
  readonly __typename: 'ReplayedAnswer';
  readonly outcome: string | null;
  readonly ruleIds: readonly string[];
  readonly rows: readonly string[];
  readonly cost: number;
}

export interface ReplayFailure {
  readonly __typename: 'ReplayFailure';
  readonly decisionId: string;
  readonly message: string;
}

export interface ProductTerms {
  readonly __typename: 'ProductTerms';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly productId: string;
  readonly returnClass: ReturnClass;
  readonly goodsGroup: GoodsGroup;
  readonly threeGuarantees: boolean;
  readonly durableGoods: boolean;
  readonly freeReturnItem: boolean;
  readonly promisedGoods: boolean;
  readonly virtualGoods: boolean;
}

export type ReturnClass =
  | 'NONE'
  | 'CUSTOM'
  | 'PERISHABLE'
  | 'DIGITAL'
  | 'PERIODICAL'
  | 'SAFETY_ON_OPENING'
  | 'VALUE_FALLS_ON_USE'
  | 'DECLARED_DEFECTIVE'
  | 'HYGIENE'
  | 'HAZMAT'
  | 'GIFT_CARD'
  | 'PHARMACY'
  | 'VEHICLE'
  | 'COLLECTIBLE'
  | 'FINAL_SALE';

export type GoodsGroup =
  | 'GENERAL'
  | 'FOOD_COSMETICS_MEDICAL'
  | 'ELECTRONICS'
  | 'CLOTHING_HOME'
  | 'BABY'
  | 'MEDIA'
  | 'APPLE';

export interface PurchaseConfirmation {
  readonly __typename: 'PurchaseConfirmation';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly orderId: string;
  readonly lineId: string;
  readonly confirmedAt: string;
  readonly evidence: string;
}

export interface SavedView {
  readonly __typename: 'SavedView';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly about: string;
  readonly query: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly ownerId: string;
  readonly owner: User | null;
}

export interface WorkItem {
  readonly __typename: 'WorkItem';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly permission: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly entity: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly conversationId: string | null;
  readonly dueAt: string | null;
  readonly clock: string | null;
  readonly waitsFor: WaitsFor;
  readonly open: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly files: number;
}

export type WaitsFor = 'US' | 'CUSTOMER' | 'PARTNER';

export interface WorkStep {
  readonly __typename: 'WorkStep';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly permission: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly workItemId: string;
  readonly workItem: WorkItem | null;
  readonly at: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly by: WorkStepBy;
  readonly userId: string | null;
  readonly user: User | null;
  readonly because: string;
  readonly clock: string | null;
  readonly told: LocalText | null;
  readonly changed: readonly WorkChange[];
}

export type WorkStepBy = 'CUSTOMER' | 'STAFF' | 'DESK' | 'RULE';

export interface WorkChange {
  readonly __typename: 'WorkChange';
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface WorkFile {
  readonly __typename: 'WorkFile';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly permission: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly workItemId: string;
  readonly workItem: WorkItem | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly userId: string | null;
  readonly user: User | null;
}

export interface Conversation {
  readonly __typename: 'Conversation';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly channel: Channel;
  readonly state: ConversationState;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly preferredOwnerId: string | null;
  readonly preferredOwner: User | null;
  readonly locale: string;
  readonly intent: Intent | null;
  readonly priority: Priority;
  readonly bot: ConversationBot | null;
  readonly result: ConversationResult | null;
  readonly closeReason: string | null;
  readonly autoReplyDue: boolean;
  readonly autoReplySent: boolean;
  readonly qaFlag: boolean;
  readonly openedAt: string;
  readonly queuedAt: string | null;
  readonly assignedAt: string | null;
  readonly firstHumanReplyAt: string | null;
  readonly closedAt: string | null;
  readonly lastMessageAt: string;
  readonly waitingSince: string | null;
  readonly holdUntil: string | null;
  readonly holdSetBy: HoldSetBy | null;
  readonly preview: string;
  readonly lastSender: MessageSender;
  readonly lastSeq: number;
  readonly lastPublicSeq: number;
  readonly customerDeliveredSeq: number;
  readonly customerReadSeq: number;
  readonly staffDeliveredSeq: number;
  readonly staffReadSeq: number;
  readonly unreadForStaff: number;
  readonly unreadForCustomer: number;
  readonly customerMessages: number;
  readonly agentMessages: number;
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly mergedInto: string | null;
  readonly contactEmail: string | null;
  readonly pageUrl: string | null;
  readonly customerName: string;
  readonly sleepUntil: string | null;
  readonly emotion: EmotionLabel | null;
  readonly reading: ConversationReading | null;
  readonly slaState: SlaLevel;
  readonly slaTarget: SlaTargetName | null;
  readonly slaAimAt: string | null;
  readonly slaLateAt: string | null;
  readonly slaDueAt: string | null;
  readonly resolutionState: SlaLevel;
  readonly resolutionDueAt: string | null;
  readonly level: number;
  readonly escalatedTo: number | null;
  readonly messages: MessageConnection;
  readonly transfers: TransferConnection;
}

export type Channel = 'WEB_CHAT' | 'PHONE' | 'EMAIL' | 'SOCIAL' | 'MARKETPLACE_IM' | 'SMS' | 'WALK_IN';

export type ConversationState =
  | 'BOT'
  | 'QUEUED'
  | 'ASSIGNED'
  | 'ACTIVE'
  | 'WAITING_CUSTOMER'
  | 'OFFLINE'
  | 'CLOSED'
  | 'ABANDONED';

export type Intent =
  | 'PRODUCT'
  | 'PROMOTION'
  | 'ORDER'
  | 'PAYMENT'
  | 'LOGISTICS'
  | 'RETURN'
  | 'EXCHANGE'
  | 'REPAIR'
  | 'REFUND'
  | 'INVOICE'
  | 'ACCOUNT'
  | 'TECH'
  | 'COMPLAINT'
  | 'SUGGESTION'
  | 'COOPERATION'
  | 'SAFETY'
  | 'OTHER';

export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

export type ConversationBot = 'DRAFT' | 'BOT';

export type ConversationResult = 'SOLVED' | 'FOLLOW_UP' | 'NO_DEAL' | 'NOT_SOLVED' | 'NO_RESPONSE' | 'SPAM';

export type HoldSetBy = 'PERSON' | 'PROMISE';

export type MessageSender = 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM';

export type EmotionLabel = 'ANGRY' | 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';

export interface ConversationReading {
  readonly __typename: 'ConversationReading';
  readonly intent: string;
  readonly confidence: number;
  readonly isCertain: boolean;
  readonly priorityReasons: readonly PriorityReason[];
  readonly tones: readonly number[];
  readonly trend: EmotionTrend;
  readonly isUrgent: boolean;
  readonly language: MessageLanguage;
  readonly model: number;
  readonly seq: number;
  readonly setByPeople: readonly ReadField[];
}

export type PriorityReason = 'INTENT' | 'SAFETY' | 'MEDIA_OR_AUTHORITY' | 'PRIVACY_LEAK' | 'MASS_FAULT' | 'ANGRY_VIP';

export type EmotionTrend = 'WORSE' | 'STEADY' | 'BETTER';

export type MessageLanguage = 'zh' | 'en' | 'other';

export type ReadField = 'INTENT' | 'PRIORITY' | 'EMOTION' | 'LOCALE';

export type SlaLevel = 'NONE' | 'RUNNING' | 'WARNED' | 'BREACHED' | 'ESCALATED';

export type SlaTargetName = 'FIRST_REPLY' | 'NEXT_REPLY' | 'RESOLUTION';

export interface MessageConnection {
  readonly __typename: 'MessageConnection';
  readonly nodes: readonly Message[];
  readonly pageInfo: PageInfo;
}

export interface TransferConnection {
  readonly __typename: 'TransferConnection';
  readonly nodes: readonly Transfer[];
  readonly pageInfo: PageInfo;
}

export interface Message {
  readonly __typename: 'Message';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly sender: MessageSender;
  readonly senderId: string | null;
  readonly senderName: string;
  readonly kind: MessageKind;
  readonly body: string;
  readonly card: MessageCard | null;
  readonly attachment: AttachedFile | null;
  readonly isAuto: boolean;
  readonly at: string;
  readonly clientMsgId: string;
  readonly hits: readonly MessageHit[];
}

export type MessageKind = 'TEXT' | 'IMAGE' | 'FILE' | 'EMOJI' | 'CARD' | 'NOTE' | 'EVENT';

export interface MessageCard {
  readonly __typename: 'MessageCard';
  readonly type: MessageCardType;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly price: Money | null;
  readonly url: string | null;
  readonly imageUrl: string | null;
}

export type MessageCardType = 'PRODUCT' | 'ORDER' | 'ARTICLE';

export interface Money {
  readonly __typename: 'Money';
  readonly amount: number;
  readonly currency: string;
}

export interface AttachedFile {
  readonly __typename: 'AttachedFile';
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface MessageHit {
  readonly __typename: 'MessageHit';
  readonly span: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly class: string;
  readonly level: GuardLevel;
  readonly replacement: LocalText | null;
  readonly clause: LocalText | null;
  readonly confirmed: boolean;
}

export type GuardLevel = 'LOG' | 'WARN' | 'BLOCK';

export interface Transfer {
  readonly __typename: 'Transfer';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly fromUserId: string;
  readonly fromUser: User | null;
  readonly toUserId: string | null;
  readonly toUser: User | null;
  readonly toTeam: string | null;
  readonly reason: TransferReason;
  readonly note: string;
  readonly summary: string;
  readonly state: TransferState;
  readonly requestedAt: string;
  readonly dueAt: string | null;
  readonly decidedAt: string | null;
  readonly approverId: string | null;
  readonly approver: User | null;
}

export type TransferReason = 'AFTER_SALE' | 'SKILL' | 'LANGUAGE' | 'SHIFT_END' | 'CUSTOMER_REQUEST' | 'OTHER';

export type TransferState = 'REQUESTED' | 'APPROVAL_PENDING' | 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED';

export interface TransferAttempt {
  readonly __typename: 'TransferAttempt';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly userId: string;
  readonly user: User | null;
  readonly code: TransferAttemptCode;
  readonly at: string;
}

export type TransferAttemptCode = 'TRANSFER_NOT_AUTHORISED' | 'APPROVAL_DECLINED';

export interface Rating {
  readonly __typename: 'Rating';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly score: number;
  readonly comment: string;
  readonly ratedAt: string;
}

export interface Attachment {
  readonly __typename: 'Attachment';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly sentAt: string | null;
}

export interface CustomerNotice {
  readonly __typename: 'CustomerNotice';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly kind: CustomerNoticeKind;
  readonly key: string;
  readonly title: CustomerNoticeText;
  readonly aboutEntity: string | null;
  readonly aboutId: string | null;
  readonly byUserId: string | null;
  readonly byUser: User | null;
  readonly conversationId: string | null;
  readonly state: CustomerNoticeState;
  readonly untoldBecause: UntoldBecause | null;
  readonly at: string;
  readonly toldAt: string | null;
  readonly nextAt: string | null;
  readonly deliveries: DeliveryConnection;
}

export type CustomerNoticeKind =
  | 'WORK_NEWS'
  | 'ORDER_NEWS'
  | 'ORDER_CHANGE'
  | 'CASE_NEWS'
  | 'RETURN_REMINDER'
  | 'APOLOGY'
  | 'COMPLAINT_OUTCOME'
  | 'PAYMENT_RECEIVED';

export interface CustomerNoticeText {
  readonly __typename: 'CustomerNoticeText';
  readonly zh: string;
  readonly en: string;
}

export type CustomerNoticeState = 'OPEN' | 'TOLD' | 'UNDELIVERED' | 'SUPPRESSED';

export type UntoldBecause = 'SWITCHED_OFF' | 'CAP' | 'REFUSED';

export interface DeliveryConnection {
  readonly __typename: 'DeliveryConnection';
  readonly nodes: readonly Delivery[];
  readonly pageInfo: PageInfo;
}

export interface Delivery {
  readonly __typename: 'Delivery';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly noticeId: string;
  readonly notice: CustomerNotice | null;
  readonly customerId: string;
  readonly customer: Customer | null;
  readonly channel: DeliveryChannel;
  readonly state: DeliveryState;
  readonly why: UndeliverableBecause | null;
  readonly at: string;
  readonly deliveredAt: string | null;
  readonly seenAt: string | null;
  readonly waitsUntil: string | null;
  readonly conversationId: string | null;
  readonly seq: number | null;
  readonly userId: string | null;
  readonly user: User | null;
  readonly note: string;
}

export type DeliveryChannel = 'CHAT' | 'LEFT_MESSAGE' | 'EMAIL' | 'SMS' | 'PERSON';

export type DeliveryState = 'WAITING' | 'SENT' | 'DELIVERED' | 'SEEN' | 'UNDELIVERABLE';

export type UndeliverableBecause = 'NO_OPEN_CHAT' | 'NO_PORT' | 'NO_ADDRESS' | 'NOT_ALLOWED' | 'REJECTED';

export interface CustomerNoticePolicy {
  readonly __typename: 'CustomerNoticePolicy';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly kind: CustomerNoticeKind;
  readonly on: boolean;
  readonly perDay: number | null;
}

export interface ForbiddenTerm {
  readonly __typename: 'ForbiddenTerm';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rule: string;
  readonly class: string;
  readonly name: LocalText;
  readonly level: GuardLevel;
  readonly phrases: readonly string[];
  readonly except: readonly string[];
  readonly detectors: readonly PersonalDataKind[];
  readonly replacement: LocalText | null;
  readonly storeIds: readonly string[];
  readonly stores: readonly Store[];
  readonly channels: readonly Channel[];
  readonly active: boolean;
}

export type PersonalDataKind =
  | 'PHONE'
  | 'LANDLINE'
  | 'EMAIL'
  | 'RESIDENT_ID'
  | 'BANK_CARD'
  | 'ADDRESS'
  | 'WECHAT'
  | 'QQ'
  | 'URL';

export interface SafeContact {
  readonly __typename: 'SafeContact';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly value: string;
  readonly note: string;
}

export interface TermHit {
  readonly __typename: 'TermHit';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly rule: string;
  readonly level: GuardLevel;
  readonly span: string;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly messageId: string;
  readonly message: Message | null;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly at: string;
}

export interface Rule {
  readonly __typename: 'Rule';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly code: string;
  readonly name: LocalText;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly state: RuleState;
  readonly position: number;
  readonly draft: RuleDraft;
  readonly event: RuleEvent | null;
  readonly ruleVersionId: string | null;
  readonly ruleVersion: RuleVersion | null;
  readonly number: number;
  readonly pausedBecause: RulePauseReason | null;
  readonly versions: RuleVersionConnection;
  readonly runs: RuleRunConnection;
}

export type RuleState = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'RETIRED';

export interface RuleDraft {
  readonly __typename: 'RuleDraft';
  readonly event: string | null;
  readonly hours: number | null;
  readonly match: RuleMatch | null;
  readonly conditions: readonly RuleCondition[] | null;
  readonly expression: string | null;
  readonly steps: readonly RuleStep[] | null;
  readonly perRow: number | null;
  readonly perHour: number | null;
}

export type RuleMatch = 'ALL' | 'ANY';

export interface RuleCondition {
  readonly __typename: 'RuleCondition';
  readonly field: string;
  readonly operator: RuleOperator;
  readonly value: string | null;
}

export type RuleOperator =
  | 'IS'
  | 'IS_NOT'
  | 'ONE_OF'
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'AFTER'
  | 'BEFORE'
  | 'CONTAINS'
  | 'KNOWN'
  | 'UNKNOWN';

export interface RuleStep {
  readonly __typename: 'RuleStep';
  readonly action: string;
  readonly input: unknown;
}

export type RuleEvent =
  | 'CONVERSATION_OPENED'
  | 'CONVERSATION_TOPIC'
  | 'CONVERSATION_MOOD'
  | 'CONVERSATION_ASSIGNED'
  | 'CONVERSATION_OFFLINE'
  | 'CONVERSATION_ABANDONED'
  | 'CONVERSATION_CLOSED'
  | 'CONVERSATION_RATED'
  | 'ESCALATION_REQUESTED'
  | 'SERVICE_LEVEL_BREACHED'
  | 'CASE_SUBMITTED'
  | 'CASE_MOVED'
  | 'ORDER_REQUEST_SUBMITTED'
  | 'ORDER_REQUEST_MOVED'
  | 'COMPLAINT_RECEIVED'
  | 'COMPLAINT_MOVED'
  | 'TASK_GIVEN'
  | 'TASK_OVERDUE'
  | 'TASK_ENDED';

export type RulePauseReason = 'BY_HAND' | 'HOUR_CAP';

export interface RuleVersionConnection {
  readonly __typename: 'RuleVersionConnection';
  readonly nodes: readonly RuleVersion[];
  readonly pageInfo: PageInfo;
}

export interface RuleRunConnection {
  readonly __typename: 'RuleRunConnection';
  readonly nodes: readonly RuleRun[];
  readonly pageInfo: PageInfo;
}

export interface RuleVersion {
  readonly __typename: 'RuleVersion';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ruleId: string;
  readonly rule: Rule | null;
  readonly code: string;
  readonly number: number;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly event: RuleEvent;
  readonly hours: number | null;
  readonly match: RuleMatch;
  readonly conditions: readonly RuleCondition[];
  readonly expression: string;
  readonly steps: readonly RuleStep[];
  readonly perRow: number;
  readonly perHour: number;
  readonly condition: string;
  readonly rights: readonly string[];
  readonly publisherId: string;
  readonly publisher: User | null;
  readonly publishedAt: string;
}

export interface RuleRun {
  readonly __typename: 'RuleRun';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ruleId: string;
  readonly rule: Rule | null;
  readonly ruleVersionId: string;
  readonly ruleVersion: RuleVersion | null;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly title: string;
  readonly event: RuleEvent;
  readonly entity: string;
  readonly rowId: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly facts: unknown;
  readonly cause: readonly string[];
  readonly state: RuleRunState;
  readonly step: number;
  readonly steps: number;
  readonly because: RuleRunReason | null;
  readonly why: LocalText | null;
  readonly at: string;
  readonly endedAt: string | null;
}

export type RuleRunState = 'RUNNING' | 'DONE' | 'STOPPED' | 'NOT_RUN';

export type RuleRunReason =
  | 'REFUSED'
  | 'LOOP'
  | 'TOO_DEEP'
  | 'ROW_CAP'
  | 'HOUR_CAP'
  | 'PAUSED'
  | 'CONDITION_FAILED'
  | 'MOVED_ON';

export interface Script {
  readonly __typename: 'Script';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly scriptCode: string;
  readonly scene: Scene;
  readonly title: LocalText;
  readonly body: LocalText;
  readonly quickKey: string | null;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly roles: readonly Role[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly hours: ScriptHours | null;
  readonly customers: ScriptCustomers;
  readonly scope: ScriptScope;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly shelf: string;
  readonly variables: readonly string[];
  readonly state: ScriptState;
  readonly usageCount: number;
  readonly lastUsedAt: string | null;
}

export type Scene =
  | 'GREETING'
  | 'AWAY'
  | 'CLOSING'
  | 'NEED'
  | 'PRODUCT'
  | 'PROMOTION'
  | 'PRICE'
  | 'CONCESSION'
  | 'VERIFY'
  | 'UNPAID'
  | 'DELAY'
  | 'TRACKING'
  | 'APOLOGY'
  | 'SOLUTION'
  | 'RETURN'
  | 'REFUND'
  | 'COMPLAINT'
  | 'REVIEW'
  | 'REVISIT'
  | 'BIRTHDAY'
  | 'OTHER';

export interface ScriptHours {
  readonly __typename: 'ScriptHours';
  readonly from: string;
  readonly to: string;
}

export type ScriptCustomers = 'ALL' | 'NEW' | 'RETURNING';

export type ScriptScope = 'TENANT' | 'TEAM' | 'PERSONAL';

export type ScriptState = 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';

export interface WidgetSighting {
  readonly __typename: 'WidgetSighting';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly origin: string;
  readonly seenAt: string;
  readonly admitted: boolean;
}

export interface StoreSetup {
  readonly __typename: 'StoreSetup';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly kept: readonly string[];
  readonly dismissedAt: string | null;
}

export interface ConnectedShop {
  readonly __typename: 'ConnectedShop';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly adapter: string;
  readonly settings: readonly ShopSettingValue[];
  readonly connectedAt: string;
  readonly disconnectedAt: string | null;
}

export interface ShopSettingValue {
  readonly __typename: 'ShopSettingValue';
  readonly name: string;
  readonly value: string;
}

export interface ShopHealth {
  readonly __typename: 'ShopHealth';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly answeredAt: string | null;
  readonly fault: CallFault | null;
  readonly faultAt: string | null;
  readonly testedAt: string | null;
  readonly testMs: number | null;
  readonly checks: readonly ShopCheck[];
}

export type CallFault =
  | 'ADDRESS_UNREADABLE'
  | 'ADDRESS_REFUSED'
  | 'NAME_UNKNOWN'
  | 'NOT_REACHABLE'
  | 'INSECURE'
  | 'TOO_SLOW'
  | 'REDIRECTED'
  | 'UNAUTHORISED'
  | 'TOO_OFTEN'
  | 'FAILED'
  | 'TOO_LARGE'
  | 'NOT_UNDERSTOOD'
  | 'SECRET_LOST'
  | 'ADAPTER_MISSING'
  | 'UNKNOWN';

export interface ShopCheck {
  readonly __typename: 'ShopCheck';
  readonly subject: ShopCheckSubject;
  readonly fault: CallFault | null;
  readonly example: string | null;
}

export type ShopCheckSubject = 'PRODUCTS' | 'CUSTOMERS' | 'ORDERS';

export interface FollowUpTask {
  readonly __typename: 'FollowUpTask';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly number: string;
  readonly kind: TaskKind;
  readonly subject: string;
  readonly detail: string;
  readonly priority: TaskPriority;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly conversationId: string | null;
  readonly orderId: string | null;
  readonly state: FollowUpTaskState;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly givenById: string | null;
  readonly givenBy: User | null;
  readonly startAt: string;
  readonly doneBy: string;
  readonly firstDoneBy: string;
  readonly lateAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly snoozes: number;
  readonly snoozedUntil: string | null;
  readonly attempts: number;
  readonly outcome: TaskOutcome | null;
  readonly result: string | null;
  readonly cancelledFor: TaskCancelReason | null;
  readonly dedupeKey: string | null;
}

export type TaskKind = 'AD_HOC' | 'PROMISE' | 'UNANSWERED' | 'NO_DEAL';

export type TaskPriority = 'HIGH' | 'NORMAL' | 'LOW';

export type FollowUpTaskState = 'SCHEDULED' | 'DUE' | 'IN_PROGRESS' | 'SNOOZED' | 'DONE' | 'SKIPPED' | 'CANCELLED';

export type TaskOutcome = 'DONE' | 'NO_ANSWER' | 'DECLINED';

export type TaskCancelReason = 'BY_HAND' | 'ANSWERED' | 'CLOSED' | 'BOUGHT';

export interface Ticket {
  readonly __typename: 'Ticket';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly number: string;
  readonly state: TicketState;
  readonly subject: string;
  readonly intent: TicketIntent;
  readonly priority: Priority;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly conversationId: string | null;
  readonly conversation: Conversation | null;
  readonly orderId: string | null;
  readonly frontRecord: string;
  readonly level: number;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly frontOwnerId: string | null;
  readonly frontOwner: User | null;
  readonly backResult: string | null;
  readonly checkpoints: readonly TicketStamp[];
  readonly flowVersionId: string;
  readonly flowVersion: FlowVersion | null;
  readonly node: string;
  readonly nodeSince: string;
  readonly nodeOwners: readonly FlowOwner[];
  readonly nodeClock: FlowClock | null;
  readonly nodeNext: readonly string[];
  readonly done: readonly TicketDone[];
  readonly stepBy: string | null;
  readonly raiseAt: string | null;
  readonly dueAt: string | null;
  readonly question: string | null;
  readonly reminders: number;
  readonly remindAt: string | null;
  readonly asked: TicketQuestion | null;
  readonly sleepUntil: string | null;
  readonly wokenBy: TicketWokenBy | null;
  readonly wokenAt: string | null;
  readonly result: string | null;
  readonly resolvedFor: TicketResolution | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly reopens: number;
  readonly cancelledFor: TicketCancelReason | null;
  readonly links: readonly TicketLink[];
  readonly splitFromId: string | null;
  readonly splitFrom: Ticket | null;
}

export type TicketState =
  | 'NEW'
  | 'OPEN'
  | 'PENDING_CUSTOMER'
  | 'PENDING_INTERNAL'
  | 'RESOLVED'
  | 'CLOSED'
  | 'CANCELLED';

export interface TicketStamp {
  readonly __typename: 'TicketStamp';
  readonly checkpoint: FlowCheckpoint;
  readonly at: string;
  readonly userId: string | null;
  readonly user: User | null;
  readonly note: string;
}

export interface TicketDone {
  readonly __typename: 'TicketDone';
  readonly node: string;
  readonly at: string;
  readonly userId: string | null;
  readonly user: User | null;
  readonly output: string;
}

export interface TicketQuestion {
  readonly __typename: 'TicketQuestion';
  readonly to: FlowOwner;
  readonly question: string;
  readonly answerBy: string;
  readonly askedById: string | null;
  readonly askedBy: User | null;
}

export type TicketWokenBy = 'TIME' | 'CUSTOMER' | 'HAND';

export type TicketResolution = 'SOLVED' | 'NO_RESPONSE';

export type TicketCancelReason = 'SPAM' | 'DUPLICATE' | 'MISTAKE';

export interface TicketLink {
  readonly __typename: 'TicketLink';
  readonly kind: TicketLinkKind;
  readonly ticketId: string;
  readonly ticket: Ticket | null;
}

export type TicketLinkKind = 'MERGED_FROM' | 'MERGED_INTO' | 'SPLIT_FROM' | 'SPLIT_INTO';

export interface ReadingCorrection {
  readonly __typename: 'ReadingCorrection';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly text: string;
  readonly read: string;
  readonly intent: string | null;
  readonly priority: Priority | null;
  readonly emotion: EmotionLabel | null;
  readonly keptOut: boolean;
  readonly byId: string;
  readonly by: User | null;
  readonly at: string;
}

export interface ReaderTraining {
  readonly __typename: 'ReaderTraining';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly number: number;
  readonly examples: number;
  readonly before: number;
  readonly after: number;
  readonly taken: boolean;
  readonly trainedAt: string;
}

export interface RoutingPolicy {
  readonly __typename: 'RoutingPolicy';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly mode: RoutingMode;
  readonly weights: ChannelWeights;
  readonly silentSeconds: number;
  readonly lastAgentDays: number;
  readonly maxQueue: number;
  readonly maxAnonymousQueue: number;
  readonly relaxSeconds: number;
  readonly keepPlaceSeconds: number;
  readonly headStarts: HeadStarts;
  readonly rampSeconds: number;
  readonly awaySeconds: number;
  readonly peak: PeakMode | null;
}

export type RoutingMode = 'AUTO' | 'MANUAL';

export interface ChannelWeights {
  readonly __typename: 'ChannelWeights';
  readonly WEB_CHAT: number;
  readonly PHONE: number;
  readonly EMAIL: number;
  readonly SOCIAL: number;
  readonly MARKETPLACE_IM: number;
  readonly SMS: number;
  readonly WALK_IN: number;
}

export interface HeadStarts {
  readonly __typename: 'HeadStarts';
  readonly priority: PriorityHeadStarts;
  readonly stage: StageHeadStarts;
  readonly tiers: readonly TierHeadStart[];
  readonly most: number;
}

export interface PriorityHeadStarts {
  readonly __typename: 'PriorityHeadStarts';
  readonly P1: number;
  readonly P2: number;
  readonly P3: number;
  readonly P4: number;
}

export interface StageHeadStarts {
  readonly __typename: 'StageHeadStarts';
  readonly BEFORE: number;
  readonly DURING: number;
  readonly AFTER: number;
}

export interface TierHeadStart {
  readonly __typename: 'TierHeadStart';
  readonly tier: string;
  readonly seconds: number;
}

export interface PeakMode {
  readonly __typename: 'PeakMode';
  readonly since: string;
  readonly until: string;
  readonly capacityFactor: number;
  readonly notice: LocalText;
  readonly backOffice: boolean;
  readonly shortSurvey: boolean;
  readonly by: string;
}

export interface QueueEntry {
  readonly __typename: 'QueueEntry';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly mode: TalkMode;
  readonly team: string;
  readonly locale: string;
  readonly weight: number;
  readonly queuedAt: string;
  readonly rank: string;
  readonly relaxAt: string;
  readonly preferredUserId: string | null;
  readonly preferredUser: User | null;
  readonly preference: QueuePreference | null;
  readonly silentUserId: string | null;
  readonly silentUser: User | null;
  readonly anonymous: boolean;
  readonly gone: boolean;
}

export type QueuePreference = 'REOPENED' | 'LAST_AGENT';

export interface RoutingDecision {
  readonly __typename: 'RoutingDecision';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly userId: string;
  readonly user: User | null;
  readonly at: string;
  readonly how: RoutingDecisionHow;
  readonly because: RoutedBecause | null;
  readonly waitedSeconds: number | null;
  readonly considered: readonly ConsideredAgent[];
}

export type RoutingDecisionHow = 'ROUTED' | 'TAKEN' | 'ASSIGNED' | 'TRANSFERRED';

export type RoutedBecause = 'REOPENED' | 'LAST_AGENT' | 'ONLY_ONE' | 'LEAST_LOADED' | 'LONGEST_IDLE';

export interface ConsideredAgent {
  readonly __typename: 'ConsideredAgent';
  readonly userId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly load: number;
  readonly capacity: number;
  readonly obstacles: readonly RoutingObstacle[];
}

export interface RoutingObstacle {
  readonly __typename: 'RoutingObstacle';
  readonly code: RoutingObstacleCode;
  readonly detail: string;
}

export type RoutingObstacleCode =
  | 'INACTIVE'
  | 'NOT_LIVE'
  | 'STORE'
  | 'PRESENCE'
  | 'ROLE'
  | 'MODE'
  | 'TEAM'
  | 'LANGUAGE'
  | 'CAPACITY'
  | 'RAMP'
  | 'SILENT';

export interface SlaPolicy {
  readonly __typename: 'SlaPolicy';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly scope: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly channel: Channel | null;
  readonly intent: Intent | null;
  readonly priority: Priority | null;
  readonly tier: string | null;
  readonly firstReply: SlaTarget | null;
  readonly nextReply: SlaTarget | null;
  readonly resolution: SlaTarget | null;
  readonly acceptSeconds: number;
  readonly warnPercent: number;
  readonly supervisorSeconds: number;
  readonly active: boolean;
}

export interface SlaTarget {
  readonly __typename: 'SlaTarget';
  readonly clock: SlaClockKind;
  readonly aimSeconds: number;
  readonly lateSeconds: number;
  readonly limitSeconds: number;
  readonly maxSeconds: number | null;
}

export type SlaClockKind = 'WALL' | 'SERVICE';

export interface SlaClock {
  readonly __typename: 'SlaClock';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly target: SlaTargetName;
  readonly state: SlaClockState;
  readonly policy: string | null;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly startedAt: string;
  readonly queuedAt: string;
  readonly assignedAt: string | null;
  readonly takenOver: boolean;
  readonly aimAt: string | null;
  readonly lateAt: string | null;
  readonly warnAt: string | null;
  readonly dueAt: string | null;
  readonly escalateAt: string | null;
  readonly warnedAt: string | null;
  readonly breachedAt: string | null;
  readonly stoppedAt: string | null;
  readonly customerMessages: number;
  readonly agentMessages: number;
}

export type SlaClockState = 'RUNNING' | 'WARNED' | 'BREACHED' | 'ESCALATED' | 'MET' | 'MISSED' | 'DROPPED';

export interface Escalation {
  readonly __typename: 'Escalation';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly fromLevel: number;
  readonly level: number;
  readonly reason: string;
  readonly summary: string;
  readonly state: EscalationState;
  readonly teamId: string | null;
  readonly team: Team | null;
  readonly requestedById: string | null;
  readonly requestedBy: User | null;
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly raised: number;
  readonly overdue: boolean;
  readonly decidedById: string | null;
  readonly decidedBy: User | null;
  readonly decidedAt: string | null;
  readonly declineReason: string | null;
}

export type EscalationState = 'REQUESTED' | 'ACCEPTED' | 'DECLINED' | 'CANCELLED';

export interface Shift {
  readonly __typename: 'Shift';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userId: string;
  readonly user: User | null;
  readonly storeIds: readonly string[];
  readonly stores: readonly Store[];
  readonly type: ShiftType;
  readonly startAt: string;
  readonly endAt: string;
  readonly state: ShiftState;
  readonly note: string;
  readonly checkInAt: string | null;
  readonly checkOutAt: string | null;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly swapWithId: string | null;
  readonly swapWith: User | null;
  readonly swapReason: string | null;
  readonly overriddenById: string | null;
  readonly overriddenBy: User | null;
  readonly overrideReason: string | null;
}

export type ShiftType = 'MORNING' | 'DAY' | 'EVENING' | 'NIGHT';

export type ShiftState =
  | 'PLANNED'
  | 'PUBLISHED'
  | 'CHECKED_IN'
  | 'HANDOVER_PENDING'
  | 'ENDED'
  | 'ABSENT'
  | 'SWAP_REQUESTED'
  | 'SWAPPED';

export interface Handover {
  readonly __typename: 'Handover';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly shiftId: string;
  readonly shift: Shift | null;
  readonly giverId: string;
  readonly giver: User | null;
  readonly receiverId: string | null;
  readonly receiver: User | null;
  readonly state: HandoverState;
  readonly items: readonly HandoverItem[];
  readonly parcels: string;
  readonly preOrders: string;
  readonly anomalies: string;
  readonly changes: string;
  readonly submittedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedById: string | null;
  readonly acknowledgedBy: User | null;
  readonly remark: string;
}

export type HandoverState = 'DRAFT' | 'SUBMITTED' | 'ACKNOWLEDGED';

export interface HandoverItem {
  readonly __typename: 'HandoverItem';
  readonly id: string;
  readonly kind: HandoverItemKind;
  readonly refId: string | null;
  readonly text: string;
  readonly dueAt: string | null;
  readonly state: HandoverItemState;
  readonly doneById: string | null;
  readonly doneBy: User | null;
  readonly doneAt: string | null;
}

export type HandoverItemKind = 'CONVERSATION' | 'WORK' | 'PROMISE' | 'PARCEL' | 'NOTE' | 'ORDER' | 'CASE';

export type HandoverItemState = 'OPEN' | 'DONE';

export interface OrderServiceRequest {
  readonly __typename: 'OrderServiceRequest';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly conversationId: string | null;
  readonly conversation: Conversation | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly change: OrderServiceRequestChange;
  readonly state: OrderServiceRequestState;
  readonly way: OrderServiceRequestWay;
  readonly reason: string;
  readonly request: unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly decision: unknown;
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly refusal: LocalText | null;
  readonly shopAway: boolean;
  readonly erpStage: ErpStage;
  readonly attempts: number;
  readonly seen: number;
  readonly contact: string | null;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly agentNo: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly settledAt: string | null;
}

export type OrderServiceRequestChange = 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS' | 'DEFAULT_ADDRESS';

export type OrderServiceRequestState = 'SUBMITTED' | 'ACCEPTED' | 'DONE' | 'REJECTED' | 'CONVERTED';

export type OrderServiceRequestWay = 'SHOP' | 'BY_HAND';

export type ErpStage = 'RECEIVED' | 'PRINTED' | 'PICKED' | 'PACKED' | 'SHIPPED';

export interface OrderRemark {
  readonly __typename: 'OrderRemark';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly flag: RemarkFlag;
  readonly reason: string;
  readonly agentId: string | null;
  readonly agent: User | null;
  readonly agentNo: string;
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly erpStageAt: ErpStage;
  readonly requestId: string | null;
  readonly request: OrderServiceRequest | null;
  readonly needsAcknowledgement: boolean;
  readonly acknowledgedBy: readonly string[];
  readonly acknowledgedAt: string | null;
}

export type RemarkFlag = 'RED' | 'YELLOW' | 'GREEN' | 'BLUE' | 'PURPLE';

export interface OrderWatch {
  readonly __typename: 'OrderWatch';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly shopCustomerId: string;
  readonly status: string;
  readonly shopStatus: string;
  readonly seen: number;
  readonly shipmentsTold: readonly string[];
  readonly followerIds: readonly string[];
  readonly followers: readonly User[];
  readonly changedAt: string;
  readonly endsAt: string;
}

export interface AfterSalesCase {
  readonly __typename: 'AfterSalesCase';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly conversationId: string | null;
  readonly conversation: Conversation | null;
  readonly number: string;
  readonly type: CaseType;
  readonly state: CaseState;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderPlacedAt: string;
  readonly lines: readonly CaseLine[];
  readonly variantIds: readonly string[];
  readonly reason: CaseReason;
  readonly description: string;
  readonly compensationFor: CompensationFor | null;
  readonly faultParty: FaultParty;
  readonly evidence: readonly string[];
  readonly outcome: CaseOutcome;
  readonly ruleIds: readonly string[];
  readonly decision: unknown;
  readonly facts: unknown;
  readonly explanation: LocalText;
  readonly told: LocalText | null;
  readonly clause: LocalText | null;
  readonly freightPayer: FreightPayer | null;
  readonly currency: string;
  readonly paidAmount: number;
  readonly refundAmount: number | null;
  readonly refundLines: readonly CaseRefundLine[];
  readonly feeCeiling: CaseFeeCeiling | null;
  readonly refundMethodId: string | null;
  readonly refundSplit: readonly CaseRefundPart[];
  readonly refundedBefore: number;
  readonly refundRecord: unknown;
  readonly compensationAmount: number;
  readonly refundAtFirstScan: boolean;
  readonly returnAddress: string | null;
  readonly returnCarrier: string | null;
  readonly returnWaybill: string | null;
  readonly outboundCarrier: string | null;
  readonly outboundWaybill: string | null;
  readonly inspection: CaseInspection | null;
  readonly inspectionAcceptedAt: string | null;
  readonly stockAction: StockAction | null;
  readonly refundNo: string | null;
  readonly shopState: CaseShopState;
  readonly shopRefusal: LocalText | null;
  readonly attempts: number;
  readonly rejection: string | null;
  readonly approvedBy: string | null;
  readonly approverNeeded: CaseApprover;
  readonly exceptionReason: string | null;
  readonly overrideReason: string | null;
  readonly handlerId: string | null;
  readonly handler: User | null;
  readonly apologySentAt: string | null;
  readonly apologyAwaits: boolean;
  readonly offeredAt: string | null;
  readonly onDecisionTimeout: OnTimeout;
  readonly onReceiptTimeout: OnTimeout;
  readonly escalatedAt: string | null;
  readonly customerName: string;
  readonly customerNick: string;
  readonly phoneTail: string | null;
  readonly deliveredAt: string | null;
  readonly occurredAt: string;
  readonly submittedAt: string;
  readonly decisionDueAt: string | null;
  readonly approvedAt: string | null;
  readonly returnDueAt: string | null;
  readonly shippedBackAt: string | null;
  readonly firstScanAt: string | null;
  readonly receivedAt: string | null;
  readonly receiptDueAt: string | null;
  readonly refundDueAt: string | null;
  readonly refundOverdueAt: string | null;
  readonly refundPaidAt: string | null;
  readonly dueAt: string | null;
  readonly settledAt: string | null;
  readonly closedAt: string | null;
  readonly reopenCount: number;
  readonly submittedBy: string;
  readonly steps: CaseStepConnection;
}

export type CaseType =
  | 'REFUND_ONLY'
  | 'RETURN_REFUND'
  | 'EXCHANGE'
  | 'REPAIR'
  | 'RESHIP'
  | 'COMPENSATION'
  | 'USAGE_HELP';

export type CaseState =
  | 'REQUESTED'
  | 'UNDER_REVIEW'
  | 'APPROVED'
  | 'REJECTED'
  | 'AWAITING_RETURN'
  | 'IN_TRANSIT'
  | 'RECEIVED'
  | 'INSPECTED_PASS'
  | 'INSPECTED_PARTIAL'
  | 'INSPECTED_FAIL'
  | 'REFUND_PENDING'
  | 'REFUNDED'
  | 'RESHIPPING'
  | 'REPAIRING'
  | 'COMPLETED'
  | 'DISPUTED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'CLOSED';

export interface CaseLine {
  readonly __typename: 'CaseLine';
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly newVariantId: string | null;
}

export type CaseReason =
  | 'NO_REASON'
  | 'QUALITY'
  | 'PERFORMANCE_FAULT'
  | 'WRONG_ITEM'
  | 'MISSING'
  | 'NOT_AS_DESCRIBED'
  | 'DAMAGED'
  | 'SIZE_COLOR'
  | 'LATE'
  | 'EXCHANGE'
  | 'REFUSED';

export type CompensationFor = 'SERVICE' | 'DELAY' | 'QUALITY' | 'PRICE_PROTECTION' | 'RETURN_FREIGHT';

export type FaultParty = 'SELLER' | 'BUYER' | 'CARRIER' | 'SUPPLIER' | 'UNCLEAR';

export type CaseOutcome = 'ALLOW' | 'REVIEW' | 'DENY';

export type FreightPayer = 'BUYER' | 'SELLER' | 'SPLIT' | 'FAULT_PARTY' | 'CONTRACT';

export interface CaseRefundLine {
  readonly __typename: 'CaseRefundLine';
  readonly code: string;
  readonly amount: number;
  readonly text: LocalText;
}

export interface CaseFeeCeiling {
  readonly __typename: 'CaseFeeCeiling';
  readonly pct: number;
  readonly amount: number | null;
  readonly text: LocalText;
}

export interface CaseRefundPart {
  readonly __typename: 'CaseRefundPart';
  readonly methodId: string;
  readonly amount: number;
  readonly state: CaseRefundPartState;
  readonly tries: number;
}

export type CaseRefundPartState = 'PENDING' | 'PAID' | 'REFUSED';

export interface CaseInspection {
  readonly __typename: 'CaseInspection';
  readonly result: InspectionResult;
  readonly note: string;
  readonly photos: readonly string[];
  readonly accessories: string;
  readonly gifts: string;
  readonly at: string;
  readonly by: string;
}

export type InspectionResult = 'PASS' | 'PARTIAL' | 'FAIL';

export type StockAction = 'RESTOCK' | 'REPAIR' | 'SCRAP' | 'TO_SUPPLIER' | 'NONE';

export type CaseShopState = 'NONE' | 'PENDING' | 'AWAY' | 'UNCERTAIN' | 'DONE' | 'REFUSED';

export type CaseApprover = 'AA' | 'TL' | 'SV' | 'MG';

export type OnTimeout = 'NONE' | 'CLOSE' | 'ESCALATE' | 'AUTO_APPROVE' | 'AUTO_REFUND';

export interface CaseStepConnection {
  readonly __typename: 'CaseStepConnection';
  readonly nodes: readonly CaseStep[];
  readonly pageInfo: PageInfo;
}

export interface CaseStep {
  readonly __typename: 'CaseStep';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly caseId: string;
  readonly case: AfterSalesCase | null;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly at: string;
  readonly event: string;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly actor: CaseStepActor;
  readonly userId: string | null;
  readonly user: User | null;
  readonly ruleIds: readonly string[];
  readonly note: string;
}

export type CaseStepActor = 'CUSTOMER' | 'STAFF' | 'SYSTEM' | 'POLICY';

export interface CasePhoto {
  readonly __typename: 'CasePhoto';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly userId: string | null;
  readonly user: User | null;
}

export interface ReturnAddress {
  readonly __typename: 'ReturnAddress';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly text: string;
}

export interface ReturnsReport {
  readonly __typename: 'ReturnsReport';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly month: string;
  readonly generatedAt: string;
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly returnedUnits: number;
  readonly amounts: readonly ReturnsReportAmount[];
  readonly reasons: readonly ReturnsReportCount[];
  readonly topSkus: readonly ReturnsReportCount[];
  readonly responsible: readonly ReturnsReportCount[];
  readonly overrides: number;
  readonly shippedUnits: number | null;
  readonly rate: number | null;
  readonly previousCases: number | null;
  readonly previousUnits: number | null;
  readonly parts: number;
}

export interface ReturnsReportAmount {
  readonly __typename: 'ReturnsReportAmount';
  readonly currency: string;
  readonly refund: number;
  readonly compensation: number;
  readonly cost: number;
}

export interface ReturnsReportCount {
  readonly __typename: 'ReturnsReportCount';
  readonly code: string;
  readonly label: string;
  readonly cases: number;
  readonly units: number;
}

export interface ReturnsReportPart {
  readonly __typename: 'ReturnsReportPart';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly reportId: string;
  readonly report: ReturnsReport | null;
  readonly part: number;
  readonly lines: readonly ReturnsReportLine[];
}

export interface ReturnsReportLine {
  readonly __typename: 'ReturnsReportLine';
  readonly caseId: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly type: CaseType;
  readonly state: CaseState;
  readonly reason: CaseReason;
  readonly faultParty: FaultParty;
  readonly variantIds: readonly string[];
  readonly titles: readonly string[];
  readonly quantities: readonly number[];
  readonly units: number;
  readonly currency: string;
  readonly refundAmount: number;
  readonly compensationAmount: number;
  readonly overridden: boolean;
  readonly occurredAt: string;
}

export interface ReturnsMeasure {
  readonly __typename: 'ReturnsMeasure';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly reportId: string;
  readonly report: ReturnsReport | null;
  readonly text: string;
  readonly userId: string;
  readonly user: User | null;
  readonly at: string;
}

export interface ShippedUnits {
  readonly __typename: 'ShippedUnits';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly month: string;
  readonly units: number;
}

export interface Complaint {
  readonly __typename: 'Complaint';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly number: string;
  readonly subject: string;
  readonly state: ComplaintState;
  readonly sourceChannel: ComplaintChannel;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly conversationId: string | null;
  readonly conversation: Conversation | null;
  readonly orderId: string | null;
  readonly facts: string;
  readonly demand: string;
  readonly emotion: ComplaintEmotion | null;
  readonly linkedCaseIds: readonly string[];
  readonly linkedCases: readonly AfterSalesCase[];
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly dueAt: string | null;
  readonly causeCode: ComplaintCause | null;
  readonly departments: readonly ComplaintTask[];
  readonly departmentsNotNeeded: string | null;
  readonly options: readonly ComplaintOption[];
  readonly currency: string;
  readonly accepted: number | null;
  readonly refusals: number;
  readonly level: number;
  readonly escalatedFor: ComplaintEscalation | null;
  readonly platformCaseNo: string | null;
  readonly outcome: string | null;
  readonly informedAt: string | null;
  readonly prevention: string | null;
  readonly repeat: boolean;
}

export type ComplaintState =
  | 'RECEIVED'
  | 'ACKNOWLEDGED'
  | 'INVESTIGATING'
  | 'SOLUTION_PROPOSED'
  | 'ESCALATED'
  | 'ACCEPTED'
  | 'EXECUTING'
  | 'RESOLVED'
  | 'REVISITED'
  | 'CLOSED'
  | 'WITHDRAWN';

export type ComplaintChannel = 'WEB_CHAT' | 'PHONE' | 'EMAIL' | 'SOCIAL' | 'REVIEW' | 'WALK_IN' | 'PLATFORM';

export type ComplaintEmotion = 'CALM' | 'UPSET' | 'ANGRY' | 'THREATENING';

export type ComplaintCause =
  | 'PRODUCT'
  | 'DESCRIPTION'
  | 'SERVICE'
  | 'LOGISTICS'
  | 'CUSTOMER_USE'
  | 'MALICIOUS'
  | 'UNCLEAR';

export interface ComplaintTask {
  readonly __typename: 'ComplaintTask';
  readonly department: ComplaintDepartment;
  readonly question: string;
  readonly dueAt: string;
  readonly answer: string | null;
  readonly answeredById: string | null;
  readonly answeredBy: User | null;
}

export type ComplaintDepartment = 'PRODUCT' | 'WAREHOUSE' | 'LOGISTICS' | 'SALES' | 'FINANCE' | 'TECH';

export interface ComplaintOption {
  readonly __typename: 'ComplaintOption';
  readonly text: string;
  readonly amount: number | null;
}

export type ComplaintEscalation = 'TIMEOUT' | 'REFUSED' | 'THREAT' | 'HELP';

export interface Article {
  readonly __typename: 'Article';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly category: ArticleCategory;
  readonly title: LocalText;
  readonly body: ArticleBody;
  readonly keywords: readonly string[];
  readonly synonyms: readonly string[];
  readonly audience: ArticleAudience;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly reviewEveryDays: number;
  readonly state: ArticleState;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly edition: number;
  readonly workingEdition: number;
  readonly live: boolean;
  readonly publishedAt: string | null;
  readonly reviewBy: string | null;
  readonly revision: number;
  readonly usedCount: number;
  readonly helpfulCount: number;
  readonly unhelpfulCount: number;
  readonly solvedCount: number;
  readonly languages: readonly TextLanguage[];
  readonly mustRead: readonly Role[];
}

export type ArticleCategory =
  | 'PRODUCT_QUESTION'
  | 'OPERATION_GUIDE'
  | 'TECH_SUPPORT'
  | 'POLICY'
  | 'SCRIPT_NORM'
  | 'PLATFORM_RULE'
  | 'COMPETITOR'
  | 'INDUSTRY'
  | 'LAW_POLICY'
  | 'OTHER';

export interface ArticleBody {
  readonly __typename: 'ArticleBody';
  readonly zh: string;
  readonly en: string;
}

export type ArticleAudience = 'PUBLIC' | 'INTERNAL';

export type ArticleState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'NEEDS_UPDATE' | 'ARCHIVED';

export type TextLanguage = 'zh' | 'en';

export interface ArticleVersion {
  readonly __typename: 'ArticleVersion';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly category: ArticleCategory;
  readonly title: LocalText;
  readonly body: ArticleBody;
  readonly keywords: readonly string[];
  readonly synonyms: readonly string[];
  readonly audience: ArticleAudience;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly reviewEveryDays: number;
  readonly articleId: string;
  readonly article: Article | null;
  readonly edition: number;
  readonly state: ArticleVersionState;
  readonly authorIds: readonly string[];
  readonly authors: readonly User[];
  readonly reviewerId: string | null;
  readonly reviewer: User | null;
  readonly submittedAt: string | null;
  readonly publishedAt: string | null;
  readonly reviewNote: string;
}

export type ArticleVersionState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'SUPERSEDED';

export interface KnowledgeGap {
  readonly __typename: 'KnowledgeGap';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly question: string;
  readonly normalForm: string;
  readonly count: number;
  readonly examples: readonly string[];
  readonly state: KnowledgeGapState;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly articleId: string | null;
  readonly article: Article | null;
  readonly note: string;
  readonly lastAskedAt: string;
}

export type KnowledgeGapState = 'OPEN' | 'ASSIGNED' | 'ANSWERED' | 'DISMISSED';

export interface ReadReceipt {
  readonly __typename: 'ReadReceipt';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly articleId: string;
  readonly article: Article | null;
  readonly edition: number;
  readonly userId: string;
  readonly user: User | null;
  readonly at: string;
}

export interface ProductKnowledge {
  readonly __typename: 'ProductKnowledge';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly productId: string;
  readonly title: string;
  readonly category: ProductSchema;
  readonly facts: readonly ProductFact[];
  readonly missing: readonly ProductFactName[];
  readonly completeness: number;
  readonly edition: number;
}

export type ProductSchema = 'GENERAL' | 'COSMETICS' | 'CLOTHING' | 'ELECTRONICS' | 'FOOD' | 'HOME';

export interface ProductFact {
  readonly __typename: 'ProductFact';
  readonly name: ProductFactName;
  readonly text: ProductFactText;
}

export type ProductFactName =
  | 'COMPOSITION'
  | 'EFFICACY'
  | 'SUITABLE_FOR'
  | 'USAGE'
  | 'CAUTIONS'
  | 'FUNCTION'
  | 'FEATURES'
  | 'PARAMETERS'
  | 'SIZE'
  | 'PRICE'
  | 'PROS'
  | 'CONS';

export interface ProductFactText {
  readonly __typename: 'ProductFactText';
  readonly zh: string;
  readonly en: string;
}

export interface KnowledgeSearch {
  readonly __typename: 'KnowledgeSearch';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly source: SearchSource;
  readonly hits: number;
  readonly used: boolean;
  readonly solved: boolean;
  readonly at: string;
}

export type SearchSource = 'COMPOSER' | 'PANEL' | 'WIDGET';

export interface BotSession {
  readonly __typename: 'BotSession';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly state: BotSessionState;
  readonly answers: number;
  readonly misses: number;
  readonly seq: number;
  readonly draft: BotDraft | null;
  readonly handOver: BotHandOver | null;
  readonly handedOverAt: string | null;
  readonly summary: string;
}

export type BotSessionState = 'BOT' | 'DRAFT' | 'HUMAN';

export interface BotDraft {
  readonly __typename: 'BotDraft';
  readonly articleId: string;
  readonly article: Article | null;
  readonly title: LocalText;
  readonly edition: number;
  readonly text: string;
  readonly seq: number;
}

export type BotHandOver = 'ASKED' | 'NO_ANSWER' | 'UNHELPFUL' | 'SENSITIVE' | 'TAKEN_OVER';

export interface BotAnswer {
  readonly __typename: 'BotAnswer';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly conversationId: string;
  readonly conversation: Conversation | null;
  readonly messageId: string | null;
  readonly message: Message | null;
  readonly question: string;
  readonly articleId: string;
  readonly article: Article | null;
  readonly title: LocalText;
  readonly edition: number;
  readonly coverage: number;
  readonly rephrased: boolean;
  readonly outcome: BotAnswerOutcome;
  readonly helpful: boolean | null;
  readonly at: string;
}

export type BotAnswerOutcome = 'SENT' | 'OFFERED' | 'USED' | 'DISMISSED';

export interface Macro {
  readonly __typename: 'Macro';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: LocalText;
  readonly steps: readonly MacroStep[];
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly ownerId: string | null;
  readonly owner: User | null;
  readonly state: MacroState;
  readonly usageCount: number;
  readonly lastUsedAt: string | null;
}

export interface MacroStep {
  readonly __typename: 'MacroStep';
  readonly kind: MacroStepKind;
  readonly script: string | null;
  readonly text: string | null;
  readonly intent: Intent | null;
  readonly priority: Priority | null;
  readonly transferReason: TransferReason | null;
  readonly toUserId: string | null;
  readonly toUser: User | null;
  readonly result: ConversationResult | null;
  readonly caseType: CaseType | null;
  readonly caseReason: CaseReason | null;
  readonly more: unknown;
}

export type MacroStepKind = 'SEND_SCRIPT' | 'SET_TOPIC' | 'ADD_NOTE' | 'TRANSFER' | 'CLOSE' | 'OPEN_CASE';

export type MacroState = 'ACTIVE' | 'ARCHIVED';

export interface ShopEventKey {
  readonly __typename: 'ShopEventKey';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly name: string;
  readonly revokedAt: string | null;
}

export interface ShopFeed {
  readonly __typename: 'ShopFeed';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly cursor: string;
  readonly askedAt: string;
  readonly awaySince: string | null;
}

export interface AuditEvent {
  readonly __typename: 'AuditEvent';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string | null;
  readonly actor: string;
  readonly actorName: string;
  readonly role: string;
  readonly at: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly changes: readonly AuditChange[];
  readonly chainSeq: number | null;
  readonly prevHash: string | null;
  readonly hash: string | null;
}

export interface AuditChange {
  readonly __typename: 'AuditChange';
  readonly entity: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Effect {
  readonly __typename: 'Effect';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly what: EffectTitle;
  readonly effect: string;
  readonly port: string;
  readonly callKey: string;
  readonly storeId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly state: EffectState;
  readonly attempts: number;
  readonly dueAt: string;
  readonly problem: string | null;
  readonly settledAt: string | null;
}

export interface EffectTitle {
  readonly __typename: 'EffectTitle';
  readonly en: string;
  readonly zh: string;
}

export type EffectState = 'READY' | 'FLYING' | 'DONE' | 'REFUSED' | 'DROPPED' | 'UNCERTAIN' | 'GIVEN_UP';

export interface Query {
  readonly __typename: 'Query';
  readonly tenant: Tenant | null;
  readonly store: Store | null;
  readonly stores: StoreConnection;
  readonly user: User | null;
  readonly users: UserConnection;
  readonly onboardingRecord: OnboardingRecord | null;
  readonly onboardingRecords: OnboardingRecordConnection;
  readonly staffSession: StaffSession | null;
  readonly customer: Customer | null;
  readonly customers: CustomerConnection;
  readonly customerIdentity: CustomerIdentity | null;
  readonly customerIdentities: CustomerIdentityConnection;
  readonly shopperSession: ShopperSession | null;
  readonly identityKey: IdentityKey | null;
  readonly identityKeys: IdentityKeyConnection;
  readonly form: Form | null;
  readonly forms: FormConnection;
  readonly formVersion: FormVersion | null;
  readonly formVersions: FormVersionConnection;
  readonly formRecord: FormRecord | null;
  readonly formRecords: FormRecordConnection;
  readonly formSignature: FormSignature | null;
  readonly formSignatures: FormSignatureConnection;
  readonly formFile: FormFile | null;
  readonly formFiles: FormFileConnection;
  readonly notice: Notice | null;
  readonly notices: NoticeConnection;
  readonly noticePolicy: NoticePolicy | null;
  readonly noticePolicies: NoticePolicyConnection;
  readonly noticePreference: NoticePreference | null;
  readonly figureRecount: FigureRecount | null;
  readonly figureRecounts: FigureRecountConnection;
  readonly frozenFigure: FrozenFigure | null;
  readonly frozenFigures: FrozenFigureConnection;
  readonly team: Team | null;
  readonly teams: TeamConnection;
  readonly department: Department | null;
  readonly departments: DepartmentConnection;
  readonly post: Post | null;
  readonly posts: PostConnection;
  readonly dutyAcknowledgement: DutyAcknowledgement | null;
  readonly dutyAcknowledgements: DutyAcknowledgementConnection;
  readonly businessFunction: BusinessFunction | null;
  readonly businessFunctions: BusinessFunctionConnection;
  readonly organisationChoice: OrganisationChoice | null;
  readonly flowDefinition: FlowDefinition | null;
  readonly flowDefinitions: FlowDefinitionConnection;
  readonly flowVersion: FlowVersion | null;
  readonly flowVersions: FlowVersionConnection;
  readonly consentEvent: ConsentEvent | null;
  readonly consentEvents: ConsentEventConnection;
  readonly consent: Consent | null;
  readonly consents: ConsentConnection;
  readonly outreachPolicy: OutreachPolicy | null;
  readonly outreachPolicies: OutreachPolicyConnection;
  readonly policyVersion: PolicyVersion | null;
  readonly policyVersions: PolicyVersionConnection;
  readonly policyContent: PolicyContent | null;
  readonly policyDecision: PolicyDecision | null;
  readonly policyDecisions: PolicyDecisionConnection;
  readonly policyReplayRun: PolicyReplayRun | null;
  readonly policyReplayRuns: PolicyReplayRunConnection;
  readonly productTerms: ProductTerms | null;
  readonly productTermsList: ProductTermsConnection;
  readonly purchaseConfirmation: PurchaseConfirmation | null;
  readonly purchaseConfirmations: PurchaseConfirmationConnection;
  readonly savedView: SavedView | null;
  readonly savedViews: SavedViewConnection;
  readonly workItem: WorkItem | null;
  readonly workItems: WorkItemConnection;
  readonly workStep: WorkStep | null;
  readonly workSteps: WorkStepConnection;
  readonly workFile: WorkFile | null;
  readonly workFiles: WorkFileConnection;
  readonly conversation: Conversation | null;
  readonly conversations: ConversationConnection;
  readonly message: Message | null;
  readonly transfer: Transfer | null;
  readonly transfers: TransferConnection;
  readonly transferAttempt: TransferAttempt | null;
  readonly transferAttempts: TransferAttemptConnection;
  readonly rating: Rating | null;
  readonly ratings: RatingConnection;
  readonly attachment: Attachment;
  readonly customerNotice: CustomerNotice | null;
  readonly customerNotices: CustomerNoticeConnection;
  readonly delivery: Delivery | null;
  readonly deliveries: DeliveryConnection;
  readonly customerNoticePolicy: CustomerNoticePolicy | null;
  readonly customerNoticePolicies: CustomerNoticePolicyConnection;
  readonly forbiddenTerm: ForbiddenTerm | null;
  readonly forbiddenTerms: ForbiddenTermConnection;
  readonly safeContact: SafeContact | null;
  readonly safeContacts: SafeContactConnection;
  readonly termHit: TermHit | null;
  readonly termHits: TermHitConnection;
  readonly rule: Rule | null;
  readonly rules: RuleConnection;
  readonly ruleVersion: RuleVersion | null;
  readonly ruleVersions: RuleVersionConnection;
  readonly ruleRun: RuleRun | null;
  readonly ruleRuns: RuleRunConnection;
  readonly script: Script | null;
  readonly scripts: ScriptConnection;
  readonly widgetSighting: WidgetSighting | null;
  readonly widgetSightings: WidgetSightingConnection;
  readonly storeSetup: StoreSetup | null;
  readonly connectedShop: ConnectedShop | null;
  readonly connectedShops: ConnectedShopConnection;
  readonly shopHealth: ShopHealth | null;
  readonly followUpTask: FollowUpTask | null;
  readonly followUpTasks: FollowUpTaskConnection;
  readonly ticket: Ticket | null;
  readonly tickets: TicketConnection;
  readonly readingCorrection: ReadingCorrection | null;
  readonly readingCorrections: ReadingCorrectionConnection;
  readonly readerTraining: ReaderTraining | null;
  readonly readerTrainings: ReaderTrainingConnection;
  readonly routingPolicy: RoutingPolicy | null;
  readonly routingPolicies: RoutingPolicyConnection;
  readonly queueEntry: QueueEntry | null;
  readonly routingDecision: RoutingDecision | null;
  readonly routingDecisions: RoutingDecisionConnection;
  readonly slaPolicy: SlaPolicy | null;
  readonly slaPolicies: SlaPolicyConnection;
  readonly slaClock: SlaClock | null;
  readonly slaClocks: SlaClockConnection;
  readonly escalation: Escalation | null;
  readonly escalations: EscalationConnection;
  readonly shift: Shift | null;
  readonly shifts: ShiftConnection;
  readonly handover: Handover | null;
  readonly handovers: HandoverConnection;
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly orderServiceRequests: OrderServiceRequestConnection;
  readonly orderRemark: OrderRemark | null;
  readonly orderRemarks: OrderRemarkConnection;
  readonly orderWatch: OrderWatch | null;
  readonly orderWatches: OrderWatchConnection;
  readonly afterSalesCase: AfterSalesCase | null;
  readonly afterSalesCases: AfterSalesCaseConnection;
  readonly caseStep: CaseStep | null;
  readonly caseSteps: CaseStepConnection;
  readonly casePhoto: CasePhoto | null;
  readonly returnAddress: ReturnAddress | null;
  readonly returnAddresses: ReturnAddressConnection;
  readonly returnsReport: ReturnsReport | null;
  readonly returnsReports: ReturnsReportConnection;
  readonly returnsReportPart: ReturnsReportPart | null;
  readonly returnsMeasure: ReturnsMeasure | null;
  readonly returnsMeasures: ReturnsMeasureConnection;
  readonly shippedUnits: ShippedUnits | null;
  readonly shippedUnitsList: ShippedUnitsConnection;
  readonly complaint: Complaint | null;
  readonly complaints: ComplaintConnection;
  readonly article: Article | null;
  readonly articles: ArticleConnection;
  readonly articleVersion: ArticleVersion | null;
  readonly articleVersions: ArticleVersionConnection;
  readonly knowledgeGap: KnowledgeGap | null;
  readonly knowledgeGaps: KnowledgeGapConnection;
  readonly readReceipt: ReadReceipt | null;
  readonly readReceipts: ReadReceiptConnection;
  readonly productKnowledge: ProductKnowledge | null;
  readonly productKnowledges: ProductKnowledgeConnection;
  readonly knowledgeSearch: KnowledgeSearch | null;
  readonly botSession: BotSession | null;
  readonly botSessions: BotSessionConnection;
  readonly botAnswer: BotAnswer | null;
  readonly botAnswers: BotAnswerConnection;
  readonly macro: Macro | null;
  readonly macros: MacroConnection;
  readonly shopEventKey: ShopEventKey | null;
  readonly shopEventKeys: ShopEventKeyConnection;
  readonly shopFeed: ShopFeed | null;
  readonly shopFeeds: ShopFeedConnection;
  readonly auditEvent: AuditEvent | null;
  readonly auditEvents: AuditEventConnection;
  readonly effect: Effect | null;
  readonly effects: EffectConnection;
  readonly currentUser: CurrentUser;
  readonly accountLinkOffer: AccountLinkOffer;
  readonly countryProposal: CountryProposal;
  readonly ownSessions: OwnSessions;
  readonly widgetSettings: WidgetSettings;
  readonly permissionMatrix: PermissionMatrix;
  readonly servingRules: ServingRules;
  readonly publicHolidays: PublicHolidays;
  readonly serviceTime: ServiceTime;
  readonly customerTimeline: CustomerTimeline;
  readonly customerOrders: CustomerOrders;
  readonly compareForm: FormComparison;
  readonly previewFormMove: FormMovePreview;
  readonly formSubjectKinds: FormSubjectKinds;
  readonly formOfSubject: FormSheet;
  readonly formTable: FormTable;
  readonly myNotices: MyNotices;
  readonly noticeSettings: NoticeSettings;
  readonly figures: FigureReport;
  readonly myFigures: MyFigures;
  readonly figureList: FigureList;
  readonly figureRows: FigureRows;
  readonly figureDrift: FigureDrift;
  readonly fixedFigureToday: FixedFigureToday;
  readonly reportingLine: ReportingLine;
  readonly dutyStanding: DutyStandings;
  readonly myPost: MyPost;
  readonly functionTable: FunctionTable;
  readonly organisationWarnings: OrganisationWarnings;
  readonly previewModel: ModelPreview;
  readonly recommendModel: ModelAdvice;
  readonly checkFlow: FlowCheck;
  readonly consentChoices: ConsentChoices;
  readonly stopOffer: StopOffer;
  readonly shippedPolicies: ShippedPolicies;
  readonly policyPack: PolicyPack;
  readonly lintPolicy: PolicyFindings;
  readonly replayPolicy: PolicyReplay;
  readonly diffPolicyVersions: PolicyDifferences;
  readonly policyInForce: PolicyInForce;
  readonly policiesAbove: PoliciesAbove;
  readonly workKinds: WorkKinds;
  readonly messages: MessageConnection;
  readonly inboxCounts: InboxCounts;
  readonly searchMessages: MessageConnection;
  readonly customerNoticeSettings: CustomerNoticeSettings;
  readonly checkText: TextCheck;
  readonly tryText: TextCheck;
  readonly outboundRules: OutboundRules;
  readonly exportTerms: TermExport;
  readonly termHitCounts: TermHitCounts;
  readonly ruleKit: RuleKit;
  readonly judgeRuleDraft: RuleDraftCheck;
  readonly dryRunRule: RuleDryRun;
  readonly expandScript: ExpandedScript;
  readonly greeting: ExpandedScript;
  readonly scriptLibrary: ScriptLibrary;
  readonly firstSteps: FirstSteps;
  readonly shopState: ShopState;
  readonly shopAdapters: ShopAdapters;
  readonly previewTicketMove: TicketMove;
  readonly explainReading: ReadingExplained;
  readonly queuePlace: QueuePlace;
  readonly routingSettings: RoutingSettings;
  readonly explainRouting: RoutingExplanation;
  readonly liveBoard: LiveBoard;
  readonly serviceLevels: ServiceLevels;
  readonly previewServiceLevel: ServiceLevelPreview;
  readonly searchOrders: ShopOrderPage;
  readonly findOrders: FoundOrders;
  readonly orderBuyer: OrderBuyer;
  readonly order: ShopOrder;
  readonly product: ShopProduct;
  readonly productVariant: ShopVariant;
  readonly searchProducts: ShopProductPage;
  readonly shopCustomer: ShopCustomer;
  readonly shopCustomers: ShopCustomers;
  readonly remarksOfOrder: OrderRemarkConnection;
  readonly orderFlags: OrderFlags;
  readonly orderOptions: OrderOptions;
  readonly previewOrderChange: OrderChangePreview;
  readonly tryPolicy: PolicyTrial;
  readonly policyFacts: PolicyFacts;
  readonly policyOfOrder: PolicyOfOrder;
  readonly previewCase: CasePreview;
  readonly caseRecord: CaseRecord;
  readonly apologyDraft: ApologyDraft;
  readonly caseCounts: CaseCounts;
  readonly previewApprovals: CaseApprovals;
  readonly searchCases: AfterSalesCaseConnection;
  readonly returnsReportLines: ReturnsReportLines;
  readonly returnsReportCsv: CsvFile;
  readonly caseOptions: CaseOptions;
  readonly searchArticles: ArticleSearch;
  readonly suggestArticles: ArticleSuggestions;
  readonly suggestAnswers: SuggestedAnswers;
  readonly exportArticles: ArticleExport;
  readonly mustReads: ArticleConnection;
  readonly readingReport: ReadingReport;
  readonly productSheets: ProductSheets;
  readonly productSchemas: ProductSchemas;
  readonly knowledgeFigures: KnowledgeFigures;
  readonly botState: BotState;
  readonly planMacro: MacroPlan;
  readonly availableActions: readonly AvailableAction[];
  readonly availableActionsOf: readonly ActionsOfRow[];
  readonly checkAction: Denied | null;
  readonly codeNames: unknown;
  readonly deskDescription: unknown;
}

export interface StoreConnection {
  readonly __typename: 'StoreConnection';
  readonly nodes: readonly Store[];
  readonly pageInfo: PageInfo;
}

export interface StoreFilter {
  readonly profile?: StoreProfileFilter | null;
  readonly or?: readonly StoreFilter[] | null;
}

export interface StoreProfileFilter {
  readonly eq?: StoreProfile | null;
  readonly ne?: StoreProfile | null;
  readonly in?: readonly StoreProfile[] | null;
}

export type StoreOrder = 'NAME_ASC';

export interface UserConnection {
  readonly __typename: 'UserConnection';
  readonly nodes: readonly User[];
  readonly pageInfo: PageInfo;
}

export interface UserFilter {
  readonly active?: BooleanFilter | null;
  readonly invited?: BooleanFilter | null;
  readonly presence?: PresenceFilter | null;
  readonly roles?: RoleListFilter | null;
  readonly name?: StringFilter | null;
  readonly agentNo?: StringFilter | null;
  readonly teams?: IDListFilter | null;
  readonly departmentId?: IDFilter | null;
  readonly postId?: IDFilter | null;
  readonly or?: readonly UserFilter[] | null;
}

export interface BooleanFilter {
  readonly eq?: boolean | null;
  readonly ne?: boolean | null;
}

export interface PresenceFilter {
  readonly eq?: Presence | null;
  readonly ne?: Presence | null;
  readonly in?: readonly Presence[] | null;
}

export interface RoleListFilter {
  readonly has?: Role | null;
}

export interface StringFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
  readonly contains?: string | null;
}

export interface IDListFilter {
  readonly has?: string | null;
}

export interface IDFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
}

export type UserOrder = 'NAME_ASC' | 'AGENT_NO_ASC';

export interface OnboardingRecordConnection {
  readonly __typename: 'OnboardingRecordConnection';
  readonly nodes: readonly OnboardingRecord[];
  readonly pageInfo: PageInfo;
}

export interface OnboardingRecordFilter {
  readonly userId?: IDFilter | null;
  readonly or?: readonly OnboardingRecordFilter[] | null;
}

export type OnboardingRecordOrder = 'CREATED_AT_DESC';

export interface CustomerConnection {
  readonly __typename: 'CustomerConnection';
  readonly nodes: readonly Customer[];
  readonly pageInfo: PageInfo;
}

export interface CustomerFilter {
  readonly storeId?: IDFilter | null;
  readonly name?: StringFilter | null;
  readonly nick?: StringFilter | null;
  readonly verified?: BooleanFilter | null;
  readonly tags?: StringListFilter | null;
  readonly or?: readonly CustomerFilter[] | null;
}

export interface StringListFilter {
  readonly has?: string | null;
}

export type CustomerOrder = 'CREATED_AT_DESC' | 'NAME_ASC';

export interface CustomerIdentityConnection {
  readonly __typename: 'CustomerIdentityConnection';
  readonly nodes: readonly CustomerIdentity[];
  readonly pageInfo: PageInfo;
}

export interface CustomerIdentityFilter {
  readonly customerId?: IDFilter | null;
  readonly channel?: IdentityChannelFilter | null;
  readonly externalId?: IDFilter | null;
  readonly or?: readonly CustomerIdentityFilter[] | null;
}

export interface IdentityChannelFilter {
  readonly eq?: IdentityChannel | null;
  readonly ne?: IdentityChannel | null;
  readonly in?: readonly IdentityChannel[] | null;
}

export type CustomerIdentityOrder = 'CREATED_AT_DESC';

export interface IdentityKeyConnection {
  readonly __typename: 'IdentityKeyConnection';
  readonly nodes: readonly IdentityKey[];
  readonly pageInfo: PageInfo;
}

export interface IdentityKeyFilter {
  readonly storeId?: IDFilter | null;
  readonly or?: readonly IdentityKeyFilter[] | null;
}

export type IdentityKeyOrder = 'CREATED_AT_DESC';

export interface FormConnection {
  readonly __typename: 'FormConnection';
  readonly nodes: readonly Form[];
  readonly pageInfo: PageInfo;
}

export interface FormFilter {
  readonly state?: FormStateFilter | null;
  readonly code?: StringFilter | null;
  readonly shipped?: StringFilter | null;
  readonly confidential?: BooleanFilter | null;
  readonly or?: readonly FormFilter[] | null;
}

export interface FormStateFilter {
  readonly eq?: FormState | null;
  readonly ne?: FormState | null;
  readonly in?: readonly FormState[] | null;
}

export type FormOrder = 'CODE_ASC' | 'UPDATED_AT_DESC';

export interface FormVersionFilter {
  readonly formId?: IDFilter | null;
  readonly number?: IntFilter | null;
  readonly or?: readonly FormVersionFilter[] | null;
}

export interface IntFilter {
  readonly eq?: number | null;
  readonly ne?: number | null;
  readonly in?: readonly number[] | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
}

export type FormVersionOrder = 'NUMBER_DESC';

export interface FormRecordConnection {
  readonly __typename: 'FormRecordConnection';
  readonly nodes: readonly FormRecord[];
  readonly pageInfo: PageInfo;
}

export interface FormRecordFilter {
  readonly storeId?: IDFilter | null;
  readonly formId?: IDFilter | null;
  readonly formVersionId?: IDFilter | null;
  readonly state?: FormRecordStateFilter | null;
  readonly subjectKind?: FormSubjectFilter | null;
  readonly subjectId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly openedById?: IDFilter | null;
  readonly number?: StringFilter | null;
  readonly or?: readonly FormRecordFilter[] | null;
}

export interface FormRecordStateFilter {
  readonly eq?: FormRecordState | null;
  readonly ne?: FormRecordState | null;
  readonly in?: readonly FormRecordState[] | null;
}

export interface FormSubjectFilter {
  readonly eq?: FormSubject | null;
  readonly ne?: FormSubject | null;
  readonly in?: readonly FormSubject[] | null;
}

export type FormRecordOrder = 'UPDATED_AT_DESC' | 'CREATED_AT_DESC';

export interface FormSignatureFilter {
  readonly recordId?: IDFilter | null;
  readonly userId?: IDFilter | null;
  readonly state?: FormSignatureStateFilter | null;
  readonly or?: readonly FormSignatureFilter[] | null;
}

export interface FormSignatureStateFilter {
  readonly eq?: FormSignatureState | null;
  readonly ne?: FormSignatureState | null;
  readonly in?: readonly FormSignatureState[] | null;
}

export type FormSignatureOrder = 'AT_ASC';

export interface FormFileFilter {
  readonly recordId?: IDFilter | null;
  readonly or?: readonly FormFileFilter[] | null;
}

export type FormFileOrder = 'CREATED_AT_ASC';

export interface NoticeConnection {
  readonly __typename: 'NoticeConnection';
  readonly nodes: readonly Notice[];
  readonly pageInfo: PageInfo;
}

export interface NoticeFilter {
  readonly storeId?: IDFilter | null;
  readonly kind?: NoticeKindFilter | null;
  readonly severity?: NoticeSeverityFilter | null;
  readonly state?: NoticeStateFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly lastAt?: DateTimeFilter | null;
  readonly or?: readonly NoticeFilter[] | null;
}

export interface NoticeKindFilter {
  readonly eq?: NoticeKind | null;
  readonly ne?: NoticeKind | null;
  readonly in?: readonly NoticeKind[] | null;
}

export interface NoticeSeverityFilter {
  readonly eq?: NoticeSeverity | null;
  readonly ne?: NoticeSeverity | null;
  readonly in?: readonly NoticeSeverity[] | null;
}

export interface NoticeStateFilter {
  readonly eq?: NoticeState | null;
  readonly ne?: NoticeState | null;
  readonly in?: readonly NoticeState[] | null;
}

export interface DateTimeFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly lt?: string | null;
  readonly lte?: string | null;
  readonly gt?: string | null;
  readonly gte?: string | null;
}

export type NoticeOrder = 'LAST_AT_DESC' | 'AT_DESC';

export interface NoticePolicyConnection {
  readonly __typename: 'NoticePolicyConnection';
  readonly nodes: readonly NoticePolicy[];
  readonly pageInfo: PageInfo;
}

export interface NoticePolicyFilter {
  readonly storeId?: IDFilter | null;
  readonly kind?: NoticeKindFilter | null;
  readonly or?: readonly NoticePolicyFilter[] | null;
}

export type NoticePolicyOrder = 'CREATED_AT_ASC';

export interface FigureRecountConnection {
  readonly __typename: 'FigureRecountConnection';
  readonly nodes: readonly FigureRecount[];
  readonly pageInfo: PageInfo;
}

export interface FigureRecountFilter {
  readonly storeId?: IDFilter | null;
  readonly metric?: StringFilter | null;
  readonly day?: StringFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly FigureRecountFilter[] | null;
}

export type FigureRecountOrder = 'AT_DESC';

export interface FrozenFigureConnection {
  readonly __typename: 'FrozenFigureConnection';
  readonly nodes: readonly FrozenFigure[];
  readonly pageInfo: PageInfo;
}

export interface FrozenFigureFilter {
  readonly metric?: MetricCodeFilter | null;
  readonly storeId?: IDFilter | null;
  readonly agentId?: IDFilter | null;
  readonly fixedAt?: DateTimeFilter | null;
  readonly or?: readonly FrozenFigureFilter[] | null;
}

export interface MetricCodeFilter {
  readonly eq?: MetricCode | null;
  readonly ne?: MetricCode | null;
  readonly in?: readonly MetricCode[] | null;
}

export type FrozenFigureOrder = 'FIXED_AT_DESC';

export interface TeamConnection {
  readonly __typename: 'TeamConnection';
  readonly nodes: readonly Team[];
  readonly pageInfo: PageInfo;
}

export interface TeamFilter {
  readonly active?: BooleanFilter | null;
  readonly kind?: TeamKindFilter | null;
  readonly function?: TeamFunctionFilter | null;
  readonly departmentId?: IDFilter | null;
  readonly leadId?: IDFilter | null;
  readonly or?: readonly TeamFilter[] | null;
}

export interface TeamKindFilter {
  readonly eq?: TeamKind | null;
  readonly ne?: TeamKind | null;
  readonly in?: readonly TeamKind[] | null;
}

export interface TeamFunctionFilter {
  readonly eq?: TeamFunction | null;
  readonly ne?: TeamFunction | null;
  readonly in?: readonly TeamFunction[] | null;
}

export type TeamOrder = 'CREATED_AT_ASC';

export interface DepartmentConnection {
  readonly __typename: 'DepartmentConnection';
  readonly nodes: readonly Department[];
  readonly pageInfo: PageInfo;
}

export interface DepartmentFilter {
  readonly active?: BooleanFilter | null;
  readonly parentId?: IDFilter | null;
  readonly leadId?: IDFilter | null;
  readonly or?: readonly DepartmentFilter[] | null;
}

export type DepartmentOrder = 'CREATED_AT_ASC';

export interface PostConnection {
  readonly __typename: 'PostConnection';
  readonly nodes: readonly Post[];
  readonly pageInfo: PageInfo;
}

export interface PostFilter {
  readonly active?: BooleanFilter | null;
  readonly or?: readonly PostFilter[] | null;
}

export type PostOrder = 'CREATED_AT_ASC';

export interface DutyAcknowledgementConnection {
  readonly __typename: 'DutyAcknowledgementConnection';
  readonly nodes: readonly DutyAcknowledgement[];
  readonly pageInfo: PageInfo;
}

export interface DutyAcknowledgementFilter {
  readonly userId?: IDFilter | null;
  readonly postId?: IDFilter | null;
  readonly dutyVersion?: IntFilter | null;
  readonly or?: readonly DutyAcknowledgementFilter[] | null;
}

export type DutyAcknowledgementOrder = 'AT_DESC';

export interface BusinessFunctionConnection {
  readonly __typename: 'BusinessFunctionConnection';
  readonly nodes: readonly BusinessFunction[];
  readonly pageInfo: PageInfo;
}

export interface BusinessFunctionFilter {
  readonly active?: BooleanFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly or?: readonly BusinessFunctionFilter[] | null;
}

export type BusinessFunctionOrder = 'CREATED_AT_ASC';

export interface FlowDefinitionConnection {
  readonly __typename: 'FlowDefinitionConnection';
  readonly nodes: readonly FlowDefinition[];
  readonly pageInfo: PageInfo;
}

export interface FlowDefinitionFilter {
  readonly code?: StringFilter | null;
  readonly isDraft?: BooleanFilter | null;
  readonly or?: readonly FlowDefinitionFilter[] | null;
}

export type FlowDefinitionOrder = 'UPDATED_AT_DESC';

export interface FlowVersionConnection {
  readonly __typename: 'FlowVersionConnection';
  readonly nodes: readonly FlowVersion[];
  readonly pageInfo: PageInfo;
}

export interface FlowVersionFilter {
  readonly flowId?: IDFilter | null;
  readonly code?: StringFilter | null;
  readonly edition?: IntFilter | null;
  readonly or?: readonly FlowVersionFilter[] | null;
}

export type FlowVersionOrder = 'EDITION_DESC';

export interface ConsentEventConnection {
  readonly __typename: 'ConsentEventConnection';
  readonly nodes: readonly ConsentEvent[];
  readonly pageInfo: PageInfo;
}

export interface ConsentEventFilter {
  readonly storeId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly purpose?: PurposeFilter | null;
  readonly channel?: OutreachChannelFilter | null;
  readonly given?: BooleanFilter | null;
  readonly source?: ConsentSourceFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly ConsentEventFilter[] | null;
}

export interface PurposeFilter {
  readonly eq?: Purpose | null;
  readonly ne?: Purpose | null;
  readonly in?: readonly Purpose[] | null;
}

export interface OutreachChannelFilter {
  readonly eq?: OutreachChannel | null;
  readonly ne?: OutreachChannel | null;
  readonly in?: readonly OutreachChannel[] | null;
}

export interface ConsentSourceFilter {
  readonly eq?: ConsentSource | null;
  readonly ne?: ConsentSource | null;
  readonly in?: readonly ConsentSource[] | null;
}

export type ConsentEventOrder = 'AT_DESC';

export interface ConsentConnection {
  readonly __typename: 'ConsentConnection';
  readonly nodes: readonly Consent[];
  readonly pageInfo: PageInfo;
}

export interface ConsentFilter {
  readonly storeId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly purpose?: PurposeFilter | null;
  readonly channel?: OutreachChannelFilter | null;
  readonly given?: BooleanFilter | null;
  readonly or?: readonly ConsentFilter[] | null;
}

export type ConsentOrder = 'AT_DESC';

export interface OutreachPolicyConnection {
  readonly __typename: 'OutreachPolicyConnection';
  readonly nodes: readonly OutreachPolicy[];
  readonly pageInfo: PageInfo;
}

export interface OutreachPolicyFilter {
  readonly storeId?: IDFilter | null;
  readonly or?: readonly OutreachPolicyFilter[] | null;
}

export type OutreachPolicyOrder = 'CREATED_AT_ASC';

export interface PolicyVersionConnection {
  readonly __typename: 'PolicyVersionConnection';
  readonly nodes: readonly PolicyVersion[];
  readonly pageInfo: PageInfo;
}

export interface PolicyVersionFilter {
  readonly storeId?: IDFilter | null;
  readonly packCode?: StringFilter | null;
  readonly layer?: PolicyVersionLayerFilter | null;
  readonly state?: PolicyVersionStateFilter | null;
  readonly authorId?: IDFilter | null;
  readonly effectiveFrom?: DateTimeFilter | null;
  readonly or?: readonly PolicyVersionFilter[] | null;
}

export interface PolicyVersionLayerFilter {
  readonly eq?: PolicyVersionLayer | null;
  readonly ne?: PolicyVersionLayer | null;
  readonly in?: readonly PolicyVersionLayer[] | null;
}

export interface PolicyVersionStateFilter {
  readonly eq?: PolicyVersionState | null;
  readonly ne?: PolicyVersionState | null;
  readonly in?: readonly PolicyVersionState[] | null;
}

export type PolicyVersionOrder = 'UPDATED_AT_DESC' | 'EFFECTIVE_FROM_DESC';

export interface PolicyDecisionConnection {
  readonly __typename: 'PolicyDecisionConnection';
  readonly nodes: readonly PolicyDecision[];
  readonly pageInfo: PageInfo;
}

export interface PolicyDecisionFilter {
  readonly storeId?: IDFilter | null;
  readonly subject?: PolicySubjectFilter | null;
  readonly subjectId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly kind?: StringFilter | null;
  readonly outcome?: StringFilter | null;
  readonly decidedAt?: DateTimeFilter | null;
  readonly or?: readonly PolicyDecisionFilter[] | null;
}

export interface PolicySubjectFilter {
  readonly eq?: PolicySubject | null;
  readonly ne?: PolicySubject | null;
  readonly in?: readonly PolicySubject[] | null;
}

export type PolicyDecisionOrder = 'DECIDED_AT_DESC';

export interface PolicyReplayRunConnection {
  readonly __typename: 'PolicyReplayRunConnection';
  readonly nodes: readonly PolicyReplayRun[];
  readonly pageInfo: PageInfo;
}

export interface PolicyReplayRunFilter {
  readonly policyVersionId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly state?: PolicyReplayRunStateFilter | null;
  readonly or?: readonly PolicyReplayRunFilter[] | null;
}

export interface PolicyReplayRunStateFilter {
  readonly eq?: PolicyReplayRunState | null;
  readonly ne?: PolicyReplayRunState | null;
  readonly in?: readonly PolicyReplayRunState[] | null;
}

export type PolicyReplayRunOrder = 'CREATED_AT_DESC';

export interface ProductTermsConnection {
  readonly __typename: 'ProductTermsConnection';
  readonly nodes: readonly ProductTerms[];
  readonly pageInfo: PageInfo;
}

export interface ProductTermsFilter {
  readonly storeId?: IDFilter | null;
  readonly productId?: IDFilter | null;
  readonly returnClass?: ReturnClassFilter | null;
  readonly goodsGroup?: GoodsGroupFilter | null;
  readonly or?: readonly ProductTermsFilter[] | null;
}

export interface ReturnClassFilter {
  readonly eq?: ReturnClass | null;
  readonly ne?: ReturnClass | null;
  readonly in?: readonly ReturnClass[] | null;
}

export interface GoodsGroupFilter {
  readonly eq?: GoodsGroup | null;
  readonly ne?: GoodsGroup | null;
  readonly in?: readonly GoodsGroup[] | null;
}

export type ProductTermsOrder = 'PRODUCT_ID_ASC';

export interface PurchaseConfirmationConnection {
  readonly __typename: 'PurchaseConfirmationConnection';
  readonly nodes: readonly PurchaseConfirmation[];
  readonly pageInfo: PageInfo;
}

export interface PurchaseConfirmationFilter {
  readonly storeId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly or?: readonly PurchaseConfirmationFilter[] | null;
}

export type PurchaseConfirmationOrder = 'CONFIRMED_AT_DESC';

export interface SavedViewConnection {
  readonly __typename: 'SavedViewConnection';
  readonly nodes: readonly SavedView[];
  readonly pageInfo: PageInfo;
}

export interface SavedViewFilter {
  readonly about?: StringFilter | null;
  readonly or?: readonly SavedViewFilter[] | null;
}

export type SavedViewOrder = 'NAME_ASC';

export interface WorkItemConnection {
  readonly __typename: 'WorkItemConnection';
  readonly nodes: readonly WorkItem[];
  readonly pageInfo: PageInfo;
}

export interface WorkItemFilter {
  readonly storeId?: IDFilter | null;
  readonly entity?: StringFilter | null;
  readonly number?: StringFilter | null;
  readonly state?: StringFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly open?: BooleanFilter | null;
  readonly waitsFor?: WaitsForFilter | null;
  readonly dueAt?: DateTimeFilter | null;
  readonly openedAt?: DateTimeFilter | null;
  readonly or?: readonly WorkItemFilter[] | null;
}

export interface WaitsForFilter {
  readonly eq?: WaitsFor | null;
  readonly ne?: WaitsFor | null;
  readonly in?: readonly WaitsFor[] | null;
}

export type WorkItemOrder = 'DUE_AT_ASC' | 'OPENED_AT_DESC';

export interface WorkStepConnection {
  readonly __typename: 'WorkStepConnection';
  readonly nodes: readonly WorkStep[];
  readonly pageInfo: PageInfo;
}

export interface WorkStepFilter {
  readonly workItemId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly action?: StringFilter | null;
  readonly userId?: IDFilter | null;
  readonly clock?: StringFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly WorkStepFilter[] | null;
}

export type WorkStepOrder = 'AT_ASC' | 'AT_DESC';

export interface WorkFileConnection {
  readonly __typename: 'WorkFileConnection';
  readonly nodes: readonly WorkFile[];
  readonly pageInfo: PageInfo;
}

export interface WorkFileFilter {
  readonly workItemId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly or?: readonly WorkFileFilter[] | null;
}

export type WorkFileOrder = 'CREATED_AT_ASC';

export interface ConversationFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: ConversationStateFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly channel?: ChannelFilter | null;
  readonly intent?: IntentFilter | null;
  readonly priority?: PriorityFilter | null;
  readonly unreadForStaff?: IntFilter | null;
  readonly waitingSince?: DateTimeFilter | null;
  readonly customerName?: StringFilter | null;
  readonly lastMessageAt?: DateTimeFilter | null;
  readonly sleepUntil?: DateTimeFilter | null;
  readonly emotion?: EmotionLabelFilter | null;
  readonly slaState?: SlaLevelFilter | null;
  readonly slaDueAt?: DateTimeFilter | null;
  readonly level?: IntFilter | null;
  readonly escalatedTo?: IntFilter | null;
  readonly or?: readonly ConversationFilter[] | null;
}

export interface ConversationStateFilter {
  readonly eq?: ConversationState | null;
  readonly ne?: ConversationState | null;
  readonly in?: readonly ConversationState[] | null;
}

export interface ChannelFilter {
  readonly eq?: Channel | null;
  readonly ne?: Channel | null;
  readonly in?: readonly Channel[] | null;
}

export interface IntentFilter {
  readonly eq?: Intent | null;
  readonly ne?: Intent | null;
  readonly in?: readonly Intent[] | null;
}

export interface PriorityFilter {
  readonly eq?: Priority | null;
  readonly ne?: Priority | null;
  readonly in?: readonly Priority[] | null;
}

export interface EmotionLabelFilter {
  readonly eq?: EmotionLabel | null;
  readonly ne?: EmotionLabel | null;
  readonly in?: readonly EmotionLabel[] | null;
}

export interface SlaLevelFilter {
  readonly eq?: SlaLevel | null;
  readonly ne?: SlaLevel | null;
  readonly in?: readonly SlaLevel[] | null;
}

export type ConversationOrder =
  | 'LAST_MESSAGE_AT_DESC'
  | 'QUEUED_AT_ASC'
  | 'SLA_DUE_AT_ASC'
  | 'SLA_DUE_AT_ASC_LAST_MESSAGE_AT_DESC';

export interface TransferFilter {
  readonly conversationId?: IDFilter | null;
  readonly state?: TransferStateFilter | null;
  readonly toUserId?: IDFilter | null;
  readonly fromUserId?: IDFilter | null;
  readonly decidedAt?: DateTimeFilter | null;
  readonly or?: readonly TransferFilter[] | null;
}

export interface TransferStateFilter {
  readonly eq?: TransferState | null;
  readonly ne?: TransferState | null;
  readonly in?: readonly TransferState[] | null;
}

export type TransferOrder = 'REQUESTED_AT_DESC';

export interface TransferAttemptConnection {
  readonly __typename: 'TransferAttemptConnection';
  readonly nodes: readonly TransferAttempt[];
  readonly pageInfo: PageInfo;
}

export interface TransferAttemptFilter {
  readonly storeId?: IDFilter | null;
  readonly userId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly code?: TransferAttemptCodeFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly TransferAttemptFilter[] | null;
}

export interface TransferAttemptCodeFilter {
  readonly eq?: TransferAttemptCode | null;
  readonly ne?: TransferAttemptCode | null;
  readonly in?: readonly TransferAttemptCode[] | null;
}

export type TransferAttemptOrder = 'AT_DESC';

export interface RatingConnection {
  readonly __typename: 'RatingConnection';
  readonly nodes: readonly Rating[];
  readonly pageInfo: PageInfo;
}

export interface RatingFilter {
  readonly storeId?: IDFilter | null;
  readonly agentId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly score?: IntFilter | null;
  readonly ratedAt?: DateTimeFilter | null;
  readonly or?: readonly RatingFilter[] | null;
}

export type RatingOrder = 'RATED_AT_DESC';

export interface CustomerNoticeConnection {
  readonly __typename: 'CustomerNoticeConnection';
  readonly nodes: readonly CustomerNotice[];
  readonly pageInfo: PageInfo;
}

export interface CustomerNoticeFilter {
  readonly storeId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly kind?: CustomerNoticeKindFilter | null;
  readonly state?: CustomerNoticeStateFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly aboutId?: IDFilter | null;
  readonly or?: readonly CustomerNoticeFilter[] | null;
}

export interface CustomerNoticeKindFilter {
  readonly eq?: CustomerNoticeKind | null;
  readonly ne?: CustomerNoticeKind | null;
  readonly in?: readonly CustomerNoticeKind[] | null;
}

export interface CustomerNoticeStateFilter {
  readonly eq?: CustomerNoticeState | null;
  readonly ne?: CustomerNoticeState | null;
  readonly in?: readonly CustomerNoticeState[] | null;
}

export type CustomerNoticeOrder = 'AT_DESC';

export interface DeliveryFilter {
  readonly storeId?: IDFilter | null;
  readonly noticeId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly channel?: DeliveryChannelFilter | null;
  readonly state?: DeliveryStateFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly DeliveryFilter[] | null;
}

export interface DeliveryChannelFilter {
  readonly eq?: DeliveryChannel | null;
  readonly ne?: DeliveryChannel | null;
  readonly in?: readonly DeliveryChannel[] | null;
}

export interface DeliveryStateFilter {
  readonly eq?: DeliveryState | null;
  readonly ne?: DeliveryState | null;
  readonly in?: readonly DeliveryState[] | null;
}

export type DeliveryOrder = 'AT_DESC';

export interface CustomerNoticePolicyConnection {
  readonly __typename: 'CustomerNoticePolicyConnection';
  readonly nodes: readonly CustomerNoticePolicy[];
  readonly pageInfo: PageInfo;
}

export interface CustomerNoticePolicyFilter {
  readonly storeId?: IDFilter | null;
  readonly kind?: CustomerNoticeKindFilter | null;
  readonly or?: readonly CustomerNoticePolicyFilter[] | null;
}

export type CustomerNoticePolicyOrder = 'CREATED_AT_ASC';

export interface ForbiddenTermConnection {
  readonly __typename: 'ForbiddenTermConnection';
  readonly nodes: readonly ForbiddenTerm[];
  readonly pageInfo: PageInfo;
}

export interface ForbiddenTermFilter {
  readonly rule?: StringFilter | null;
  readonly class?: StringFilter | null;
  readonly level?: GuardLevelFilter | null;
  readonly active?: BooleanFilter | null;
  readonly or?: readonly ForbiddenTermFilter[] | null;
}

export interface GuardLevelFilter {
  readonly eq?: GuardLevel | null;
  readonly ne?: GuardLevel | null;
  readonly in?: readonly GuardLevel[] | null;
}

export type ForbiddenTermOrder = 'RULE_ASC';

export interface SafeContactConnection {
  readonly __typename: 'SafeContactConnection';
  readonly nodes: readonly SafeContact[];
  readonly pageInfo: PageInfo;
}

export interface SafeContactFilter {
  readonly storeId?: IDFilter | null;
  readonly value?: StringFilter | null;
  readonly or?: readonly SafeContactFilter[] | null;
}

export type SafeContactOrder = 'CREATED_AT_DESC';

export interface TermHitConnection {
  readonly __typename: 'TermHitConnection';
  readonly nodes: readonly TermHit[];
  readonly pageInfo: PageInfo;
}

export interface TermHitFilter {
  readonly rule?: StringFilter | null;
  readonly level?: GuardLevelFilter | null;
  readonly agentId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly TermHitFilter[] | null;
}

export type TermHitOrder = 'AT_DESC';

export interface RuleConnection {
  readonly __typename: 'RuleConnection';
  readonly nodes: readonly Rule[];
  readonly pageInfo: PageInfo;
}

export interface RuleFilter {
  readonly state?: RuleStateFilter | null;
  readonly storeId?: IDFilter | null;
  readonly event?: RuleEventFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly or?: readonly RuleFilter[] | null;
}

export interface RuleStateFilter {
  readonly eq?: RuleState | null;
  readonly ne?: RuleState | null;
  readonly in?: readonly RuleState[] | null;
}

export interface RuleEventFilter {
  readonly eq?: RuleEvent | null;
  readonly ne?: RuleEvent | null;
  readonly in?: readonly RuleEvent[] | null;
}

export type RuleOrder = 'POSITION_ASC' | 'UPDATED_AT_DESC';

export interface RuleVersionFilter {
  readonly ruleId?: IDFilter | null;
  readonly or?: readonly RuleVersionFilter[] | null;
}

export type RuleVersionOrder = 'NUMBER_DESC';

export interface RuleRunFilter {
  readonly ruleId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly state?: RuleRunStateFilter | null;
  readonly because?: RuleRunReasonFilter | null;
  readonly event?: RuleEventFilter | null;
  readonly entity?: StringFilter | null;
  readonly rowId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly RuleRunFilter[] | null;
}

export interface RuleRunStateFilter {
  readonly eq?: RuleRunState | null;
  readonly ne?: RuleRunState | null;
  readonly in?: readonly RuleRunState[] | null;
}

export interface RuleRunReasonFilter {
  readonly eq?: RuleRunReason | null;
  readonly ne?: RuleRunReason | null;
  readonly in?: readonly RuleRunReason[] | null;
}

export type RuleRunOrder = 'AT_DESC';

export interface ScriptConnection {
  readonly __typename: 'ScriptConnection';
  readonly nodes: readonly Script[];
  readonly pageInfo: PageInfo;
}

export interface ScriptFilter {
  readonly scriptCode?: StringFilter | null;
  readonly scene?: SceneFilter | null;
  readonly scope?: ScriptScopeFilter | null;
  readonly state?: ScriptStateFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly storeId?: IDFilter | null;
  readonly quickKey?: StringFilter | null;
  readonly or?: readonly ScriptFilter[] | null;
}

export interface SceneFilter {
  readonly eq?: Scene | null;
  readonly ne?: Scene | null;
  readonly in?: readonly Scene[] | null;
}

export interface ScriptScopeFilter {
  readonly eq?: ScriptScope | null;
  readonly ne?: ScriptScope | null;
  readonly in?: readonly ScriptScope[] | null;
}

export interface ScriptStateFilter {
  readonly eq?: ScriptState | null;
  readonly ne?: ScriptState | null;
  readonly in?: readonly ScriptState[] | null;
}

export type ScriptOrder = 'SCRIPT_CODE_ASC' | 'USAGE_COUNT_DESC';

export interface WidgetSightingConnection {
  readonly __typename: 'WidgetSightingConnection';
  readonly nodes: readonly WidgetSighting[];
  readonly pageInfo: PageInfo;
}

export interface WidgetSightingFilter {
  readonly storeId?: IDFilter | null;
  readonly admitted?: BooleanFilter | null;
  readonly or?: readonly WidgetSightingFilter[] | null;
}

export type WidgetSightingOrder = 'SEEN_AT_DESC';

export interface ConnectedShopConnection {
  readonly __typename: 'ConnectedShopConnection';
  readonly nodes: readonly ConnectedShop[];
  readonly pageInfo: PageInfo;
}

export interface ConnectedShopFilter {
  readonly storeId?: IDFilter | null;
  readonly adapter?: StringFilter | null;
  readonly or?: readonly ConnectedShopFilter[] | null;
}

export type ConnectedShopOrder = 'CONNECTED_AT_DESC';

export interface FollowUpTaskConnection {
  readonly __typename: 'FollowUpTaskConnection';
  readonly nodes: readonly FollowUpTask[];
  readonly pageInfo: PageInfo;
}

export interface FollowUpTaskFilter {
  readonly storeId?: IDFilter | null;
  readonly kind?: TaskKindFilter | null;
  readonly state?: FollowUpTaskStateFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly priority?: TaskPriorityFilter | null;
  readonly overdue?: BooleanFilter | null;
  readonly doneBy?: DateTimeFilter | null;
  readonly customerId?: IDFilter | null;
  readonly number?: StringFilter | null;
  readonly or?: readonly FollowUpTaskFilter[] | null;
}

export interface TaskKindFilter {
  readonly eq?: TaskKind | null;
  readonly ne?: TaskKind | null;
  readonly in?: readonly TaskKind[] | null;
}

export interface FollowUpTaskStateFilter {
  readonly eq?: FollowUpTaskState | null;
  readonly ne?: FollowUpTaskState | null;
  readonly in?: readonly FollowUpTaskState[] | null;
}

export interface TaskPriorityFilter {
  readonly eq?: TaskPriority | null;
  readonly ne?: TaskPriority | null;
  readonly in?: readonly TaskPriority[] | null;
}

export type FollowUpTaskOrder = 'CREATED_AT_DESC' | 'DONE_BY_ASC';

export interface TicketConnection {
  readonly __typename: 'TicketConnection';
  readonly nodes: readonly Ticket[];
  readonly pageInfo: PageInfo;
}

export interface TicketFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: TicketStateFilter | null;
  readonly intent?: TicketIntentFilter | null;
  readonly priority?: PriorityFilter | null;
  readonly level?: IntFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly number?: StringFilter | null;
  readonly flowVersionId?: IDFilter | null;
  readonly sleepUntil?: DateTimeFilter | null;
  readonly dueAt?: DateTimeFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly or?: readonly TicketFilter[] | null;
}

export interface TicketStateFilter {
  readonly eq?: TicketState | null;
  readonly ne?: TicketState | null;
  readonly in?: readonly TicketState[] | null;
}

export interface TicketIntentFilter {
  readonly eq?: TicketIntent | null;
  readonly ne?: TicketIntent | null;
  readonly in?: readonly TicketIntent[] | null;
}

export type TicketOrder = 'CREATED_AT_DESC' | 'DUE_AT_ASC';

export interface ReadingCorrectionConnection {
  readonly __typename: 'ReadingCorrectionConnection';
  readonly nodes: readonly ReadingCorrection[];
  readonly pageInfo: PageInfo;
}

export interface ReadingCorrectionFilter {
  readonly storeId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly intent?: StringFilter | null;
  readonly byId?: IDFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly ReadingCorrectionFilter[] | null;
}

export type ReadingCorrectionOrder = 'AT_DESC';

export interface ReaderTrainingConnection {
  readonly __typename: 'ReaderTrainingConnection';
  readonly nodes: readonly ReaderTraining[];
  readonly pageInfo: PageInfo;
}

export interface ReaderTrainingFilter {
  readonly number?: SafeIntFilter | null;
  readonly or?: readonly ReaderTrainingFilter[] | null;
}

export interface SafeIntFilter {
  readonly eq?: number | null;
  readonly ne?: number | null;
  readonly in?: readonly number[] | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
}

export type ReaderTrainingOrder = 'TRAINED_AT_DESC';

export interface RoutingPolicyConnection {
  readonly __typename: 'RoutingPolicyConnection';
  readonly nodes: readonly RoutingPolicy[];
  readonly pageInfo: PageInfo;
}

export interface RoutingPolicyFilter {
  readonly storeId?: IDFilter | null;
  readonly mode?: RoutingModeFilter | null;
  readonly or?: readonly RoutingPolicyFilter[] | null;
}

export interface RoutingModeFilter {
  readonly eq?: RoutingMode | null;
  readonly ne?: RoutingMode | null;
  readonly in?: readonly RoutingMode[] | null;
}

export type RoutingPolicyOrder = 'CREATED_AT_ASC';

export interface RoutingDecisionConnection {
  readonly __typename: 'RoutingDecisionConnection';
  readonly nodes: readonly RoutingDecision[];
  readonly pageInfo: PageInfo;
}

export interface RoutingDecisionFilter {
  readonly storeId?: IDFilter | null;
  readonly userId?: IDFilter | null;
  readonly how?: RoutingDecisionHowFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly RoutingDecisionFilter[] | null;
}

export interface RoutingDecisionHowFilter {
  readonly eq?: RoutingDecisionHow | null;
  readonly ne?: RoutingDecisionHow | null;
  readonly in?: readonly RoutingDecisionHow[] | null;
}

export type RoutingDecisionOrder = 'AT_DESC';

export interface SlaPolicyConnection {
  readonly __typename: 'SlaPolicyConnection';
  readonly nodes: readonly SlaPolicy[];
  readonly pageInfo: PageInfo;
}

export interface SlaPolicyFilter {
  readonly channel?: ChannelFilter | null;
  readonly intent?: IntentFilter | null;
  readonly priority?: PriorityFilter | null;
  readonly tier?: StringFilter | null;
  readonly active?: BooleanFilter | null;
  readonly or?: readonly SlaPolicyFilter[] | null;
}

export type SlaPolicyOrder = 'SCOPE_ASC';

export interface SlaClockConnection {
  readonly __typename: 'SlaClockConnection';
  readonly nodes: readonly SlaClock[];
  readonly pageInfo: PageInfo;
}

export interface SlaClockFilter {
  readonly storeId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly agentId?: IDFilter | null;
  readonly target?: SlaTargetNameFilter | null;
  readonly state?: SlaClockStateFilter | null;
  readonly dueAt?: DateTimeFilter | null;
  readonly queuedAt?: DateTimeFilter | null;
  readonly or?: readonly SlaClockFilter[] | null;
}

export interface SlaTargetNameFilter {
  readonly eq?: SlaTargetName | null;
  readonly ne?: SlaTargetName | null;
  readonly in?: readonly SlaTargetName[] | null;
}

export interface SlaClockStateFilter {
  readonly eq?: SlaClockState | null;
  readonly ne?: SlaClockState | null;
  readonly in?: readonly SlaClockState[] | null;
}

export type SlaClockOrder = 'QUEUED_AT_DESC';

export interface EscalationConnection {
  readonly __typename: 'EscalationConnection';
  readonly nodes: readonly Escalation[];
  readonly pageInfo: PageInfo;
}

export interface EscalationFilter {
  readonly storeId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly state?: EscalationStateFilter | null;
  readonly level?: IntFilter | null;
  readonly requestedById?: IDFilter | null;
  readonly overdue?: BooleanFilter | null;
  readonly or?: readonly EscalationFilter[] | null;
}

export interface EscalationStateFilter {
  readonly eq?: EscalationState | null;
  readonly ne?: EscalationState | null;
  readonly in?: readonly EscalationState[] | null;
}

export type EscalationOrder = 'REQUESTED_AT_DESC';

export interface ShiftConnection {
  readonly __typename: 'ShiftConnection';
  readonly nodes: readonly Shift[];
  readonly pageInfo: PageInfo;
}

export interface ShiftFilter {
  readonly userId?: IDFilter | null;
  readonly state?: ShiftStateFilter | null;
  readonly type?: ShiftTypeFilter | null;
  readonly startAt?: DateTimeFilter | null;
  readonly endAt?: DateTimeFilter | null;
  readonly storeIds?: IDListFilter | null;
  readonly or?: readonly ShiftFilter[] | null;
}

export interface ShiftStateFilter {
  readonly eq?: ShiftState | null;
  readonly ne?: ShiftState | null;
  readonly in?: readonly ShiftState[] | null;
}

export interface ShiftTypeFilter {
  readonly eq?: ShiftType | null;
  readonly ne?: ShiftType | null;
  readonly in?: readonly ShiftType[] | null;
}

export type ShiftOrder = 'START_AT_ASC';

export interface HandoverConnection {
  readonly __typename: 'HandoverConnection';
  readonly nodes: readonly Handover[];
  readonly pageInfo: PageInfo;
}

export interface HandoverFilter {
  readonly storeId?: IDFilter | null;
  readonly shiftId?: IDFilter | null;
  readonly giverId?: IDFilter | null;
  readonly receiverId?: IDFilter | null;
  readonly state?: HandoverStateFilter | null;
  readonly submittedAt?: DateTimeFilter | null;
  readonly or?: readonly HandoverFilter[] | null;
}

export interface HandoverStateFilter {
  readonly eq?: HandoverState | null;
  readonly ne?: HandoverState | null;
  readonly in?: readonly HandoverState[] | null;
}

export type HandoverOrder = 'SUBMITTED_AT_DESC';

export interface OrderServiceRequestConnection {
  readonly __typename: 'OrderServiceRequestConnection';
  readonly nodes: readonly OrderServiceRequest[];
  readonly pageInfo: PageInfo;
}

export interface OrderServiceRequestFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: OrderServiceRequestStateFilter | null;
  readonly change?: OrderServiceRequestChangeFilter | null;
  readonly way?: OrderServiceRequestWayFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly requestedAt?: DateTimeFilter | null;
  readonly or?: readonly OrderServiceRequestFilter[] | null;
}

export interface OrderServiceRequestStateFilter {
  readonly eq?: OrderServiceRequestState | null;
  readonly ne?: OrderServiceRequestState | null;
  readonly in?: readonly OrderServiceRequestState[] | null;
}

export interface OrderServiceRequestChangeFilter {
  readonly eq?: OrderServiceRequestChange | null;
  readonly ne?: OrderServiceRequestChange | null;
  readonly in?: readonly OrderServiceRequestChange[] | null;
}

export interface OrderServiceRequestWayFilter {
  readonly eq?: OrderServiceRequestWay | null;
  readonly ne?: OrderServiceRequestWay | null;
  readonly in?: readonly OrderServiceRequestWay[] | null;
}

export type OrderServiceRequestOrder = 'REQUESTED_AT_DESC';

export interface OrderRemarkConnection {
  readonly __typename: 'OrderRemarkConnection';
  readonly nodes: readonly OrderRemark[];
  readonly pageInfo: PageInfo;
}

export interface OrderRemarkFilter {
  readonly storeId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly flag?: RemarkFlagFilter | null;
  readonly needsAcknowledgement?: BooleanFilter | null;
  readonly agentNo?: StringFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly OrderRemarkFilter[] | null;
}

export interface RemarkFlagFilter {
  readonly eq?: RemarkFlag | null;
  readonly ne?: RemarkFlag | null;
  readonly in?: readonly RemarkFlag[] | null;
}

export type OrderRemarkOrder = 'AT_DESC';

export interface OrderWatchConnection {
  readonly __typename: 'OrderWatchConnection';
  readonly nodes: readonly OrderWatch[];
  readonly pageInfo: PageInfo;
}

export interface OrderWatchFilter {
  readonly storeId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
  readonly followerIds?: IDListFilter | null;
  readonly status?: StringFilter | null;
  readonly or?: readonly OrderWatchFilter[] | null;
}

export type OrderWatchOrder = 'CHANGED_AT_DESC';

export interface AfterSalesCaseFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: CaseStateFilter | null;
  readonly type?: CaseTypeFilter | null;
  readonly reason?: CaseReasonFilter | null;
  readonly orderId?: IDFilter | null;
  readonly orderNumber?: StringFilter | null;
  readonly number?: StringFilter | null;
  readonly customerId?: IDFilter | null;
  readonly customerName?: StringFilter | null;
  readonly handlerId?: IDFilter | null;
  readonly faultParty?: FaultPartyFilter | null;
  readonly approverNeeded?: CaseApproverFilter | null;
  readonly shopState?: CaseShopStateFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly decisionDueAt?: DateTimeFilter | null;
  readonly returnDueAt?: DateTimeFilter | null;
  readonly refundDueAt?: DateTimeFilter | null;
  readonly dueAt?: DateTimeFilter | null;
  readonly refundAmount?: SafeIntFilter | null;
  readonly submittedAt?: DateTimeFilter | null;
  readonly occurredAt?: DateTimeFilter | null;
  readonly or?: readonly AfterSalesCaseFilter[] | null;
}

export interface CaseStateFilter {
  readonly eq?: CaseState | null;
  readonly ne?: CaseState | null;
  readonly in?: readonly CaseState[] | null;
}

export interface CaseTypeFilter {
  readonly eq?: CaseType | null;
  readonly ne?: CaseType | null;
  readonly in?: readonly CaseType[] | null;
}

export interface CaseReasonFilter {
  readonly eq?: CaseReason | null;
  readonly ne?: CaseReason | null;
  readonly in?: readonly CaseReason[] | null;
}

export interface FaultPartyFilter {
  readonly eq?: FaultParty | null;
  readonly ne?: FaultParty | null;
  readonly in?: readonly FaultParty[] | null;
}

export interface CaseApproverFilter {
  readonly eq?: CaseApprover | null;
  readonly ne?: CaseApprover | null;
  readonly in?: readonly CaseApprover[] | null;
}

export interface CaseShopStateFilter {
  readonly eq?: CaseShopState | null;
  readonly ne?: CaseShopState | null;
  readonly in?: readonly CaseShopState[] | null;
}

export type AfterSalesCaseOrder = 'SUBMITTED_AT_DESC' | 'DECISION_DUE_AT_ASC' | 'REFUND_DUE_AT_ASC' | 'DUE_AT_ASC';

export interface CaseStepFilter {
  readonly storeId?: IDFilter | null;
  readonly caseId?: IDFilter | null;
  readonly or?: readonly CaseStepFilter[] | null;
}

export type CaseStepOrder = 'AT_ASC' | 'AT_DESC';

export interface ReturnAddressConnection {
  readonly __typename: 'ReturnAddressConnection';
  readonly nodes: readonly ReturnAddress[];
  readonly pageInfo: PageInfo;
}

export interface ReturnAddressFilter {
  readonly storeId?: IDFilter | null;
  readonly or?: readonly ReturnAddressFilter[] | null;
}

export type ReturnAddressOrder = 'STORE_ID_ASC';

export interface ReturnsReportConnection {
  readonly __typename: 'ReturnsReportConnection';
  readonly nodes: readonly ReturnsReport[];
  readonly pageInfo: PageInfo;
}

export interface ReturnsReportFilter {
  readonly storeId?: IDFilter | null;
  readonly month?: StringFilter | null;
  readonly or?: readonly ReturnsReportFilter[] | null;
}

export type ReturnsReportOrder = 'MONTH_DESC';

export interface ReturnsMeasureConnection {
  readonly __typename: 'ReturnsMeasureConnection';
  readonly nodes: readonly ReturnsMeasure[];
  readonly pageInfo: PageInfo;
}

export interface ReturnsMeasureFilter {
  readonly storeId?: IDFilter | null;
  readonly reportId?: IDFilter | null;
  readonly or?: readonly ReturnsMeasureFilter[] | null;
}

export type ReturnsMeasureOrder = 'AT_ASC';

export interface ShippedUnitsConnection {
  readonly __typename: 'ShippedUnitsConnection';
  readonly nodes: readonly ShippedUnits[];
  readonly pageInfo: PageInfo;
}

export interface ShippedUnitsFilter {
  readonly storeId?: IDFilter | null;
  readonly month?: StringFilter | null;
  readonly or?: readonly ShippedUnitsFilter[] | null;
}

export type ShippedUnitsOrder = 'MONTH_DESC';

export interface ComplaintConnection {
  readonly __typename: 'ComplaintConnection';
  readonly nodes: readonly Complaint[];
  readonly pageInfo: PageInfo;
}

export interface ComplaintFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: ComplaintStateFilter | null;
  readonly causeCode?: ComplaintCauseFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly level?: IntFilter | null;
  readonly sourceChannel?: ComplaintChannelFilter | null;
  readonly customerId?: IDFilter | null;
  readonly number?: StringFilter | null;
  readonly dueAt?: DateTimeFilter | null;
  readonly or?: readonly ComplaintFilter[] | null;
}

export interface ComplaintStateFilter {
  readonly eq?: ComplaintState | null;
  readonly ne?: ComplaintState | null;
  readonly in?: readonly ComplaintState[] | null;
}

export interface ComplaintCauseFilter {
  readonly eq?: ComplaintCause | null;
  readonly ne?: ComplaintCause | null;
  readonly in?: readonly ComplaintCause[] | null;
}

export interface ComplaintChannelFilter {
  readonly eq?: ComplaintChannel | null;
  readonly ne?: ComplaintChannel | null;
  readonly in?: readonly ComplaintChannel[] | null;
}

export type ComplaintOrder = 'DUE_AT_ASC' | 'CREATED_AT_DESC';

export interface ArticleConnection {
  readonly __typename: 'ArticleConnection';
  readonly nodes: readonly Article[];
  readonly pageInfo: PageInfo;
}

export interface ArticleFilter {
  readonly category?: ArticleCategoryFilter | null;
  readonly state?: ArticleStateFilter | null;
  readonly audience?: ArticleAudienceFilter | null;
  readonly storeId?: IDFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly reviewBy?: DateTimeFilter | null;
  readonly live?: BooleanFilter | null;
  readonly languages?: TextLanguageListFilter | null;
  readonly mustRead?: RoleListFilter | null;
  readonly or?: readonly ArticleFilter[] | null;
}

export interface ArticleCategoryFilter {
  readonly eq?: ArticleCategory | null;
  readonly ne?: ArticleCategory | null;
  readonly in?: readonly ArticleCategory[] | null;
}

export interface ArticleStateFilter {
  readonly eq?: ArticleState | null;
  readonly ne?: ArticleState | null;
  readonly in?: readonly ArticleState[] | null;
}

export interface ArticleAudienceFilter {
  readonly eq?: ArticleAudience | null;
  readonly ne?: ArticleAudience | null;
  readonly in?: readonly ArticleAudience[] | null;
}

export interface TextLanguageListFilter {
  readonly has?: TextLanguage | null;
}

export type ArticleOrder = 'UPDATED_AT_DESC' | 'REVIEW_BY_ASC' | 'USED_COUNT_DESC';

export interface ArticleVersionConnection {
  readonly __typename: 'ArticleVersionConnection';
  readonly nodes: readonly ArticleVersion[];
  readonly pageInfo: PageInfo;
}

export interface ArticleVersionFilter {
  readonly articleId?: IDFilter | null;
  readonly state?: ArticleVersionStateFilter | null;
  readonly or?: readonly ArticleVersionFilter[] | null;
}

export interface ArticleVersionStateFilter {
  readonly eq?: ArticleVersionState | null;
  readonly ne?: ArticleVersionState | null;
  readonly in?: readonly ArticleVersionState[] | null;
}

export type ArticleVersionOrder = 'EDITION_DESC';

export interface KnowledgeGapConnection {
  readonly __typename: 'KnowledgeGapConnection';
  readonly nodes: readonly KnowledgeGap[];
  readonly pageInfo: PageInfo;
}

export interface KnowledgeGapFilter {
  readonly state?: KnowledgeGapStateFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly count?: IntFilter | null;
  readonly lastAskedAt?: DateTimeFilter | null;
  readonly or?: readonly KnowledgeGapFilter[] | null;
}

export interface KnowledgeGapStateFilter {
  readonly eq?: KnowledgeGapState | null;
  readonly ne?: KnowledgeGapState | null;
  readonly in?: readonly KnowledgeGapState[] | null;
}

export type KnowledgeGapOrder = 'COUNT_DESC' | 'LAST_ASKED_AT_DESC';

export interface ReadReceiptConnection {
  readonly __typename: 'ReadReceiptConnection';
  readonly nodes: readonly ReadReceipt[];
  readonly pageInfo: PageInfo;
}

export interface ReadReceiptFilter {
  readonly articleId?: IDFilter | null;
  readonly userId?: IDFilter | null;
  readonly or?: readonly ReadReceiptFilter[] | null;
}

export type ReadReceiptOrder = 'CREATED_AT_DESC';

export interface ProductKnowledgeConnection {
  readonly __typename: 'ProductKnowledgeConnection';
  readonly nodes: readonly ProductKnowledge[];
  readonly pageInfo: PageInfo;
}

export interface ProductKnowledgeFilter {
  readonly storeId?: IDFilter | null;
  readonly productId?: IDFilter | null;
  readonly title?: StringFilter | null;
  readonly category?: ProductSchemaFilter | null;
  readonly completeness?: IntFilter | null;
  readonly or?: readonly ProductKnowledgeFilter[] | null;
}

export interface ProductSchemaFilter {
  readonly eq?: ProductSchema | null;
  readonly ne?: ProductSchema | null;
  readonly in?: readonly ProductSchema[] | null;
}

export type ProductKnowledgeOrder = 'COMPLETENESS_ASC' | 'UPDATED_AT_DESC';

export interface BotSessionConnection {
  readonly __typename: 'BotSessionConnection';
  readonly nodes: readonly BotSession[];
  readonly pageInfo: PageInfo;
}

export interface BotSessionFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: BotSessionStateFilter | null;
  readonly handOver?: BotHandOverFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly or?: readonly BotSessionFilter[] | null;
}

export interface BotSessionStateFilter {
  readonly eq?: BotSessionState | null;
  readonly ne?: BotSessionState | null;
  readonly in?: readonly BotSessionState[] | null;
}

export interface BotHandOverFilter {
  readonly eq?: BotHandOver | null;
  readonly ne?: BotHandOver | null;
  readonly in?: readonly BotHandOver[] | null;
}

export type BotSessionOrder = 'CREATED_AT_DESC';

export interface BotAnswerConnection {
  readonly __typename: 'BotAnswerConnection';
  readonly nodes: readonly BotAnswer[];
  readonly pageInfo: PageInfo;
}

export interface BotAnswerFilter {
  readonly storeId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly articleId?: IDFilter | null;
  readonly outcome?: BotAnswerOutcomeFilter | null;
  readonly helpful?: BooleanFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly BotAnswerFilter[] | null;
}

export interface BotAnswerOutcomeFilter {
  readonly eq?: BotAnswerOutcome | null;
  readonly ne?: BotAnswerOutcome | null;
  readonly in?: readonly BotAnswerOutcome[] | null;
}

export type BotAnswerOrder = 'AT_DESC';

export interface MacroConnection {
  readonly __typename: 'MacroConnection';
  readonly nodes: readonly Macro[];
  readonly pageInfo: PageInfo;
}

export interface MacroFilter {
  readonly state?: MacroStateFilter | null;
  readonly storeId?: IDFilter | null;
  readonly ownerId?: IDFilter | null;
  readonly or?: readonly MacroFilter[] | null;
}

export interface MacroStateFilter {
  readonly eq?: MacroState | null;
  readonly ne?: MacroState | null;
  readonly in?: readonly MacroState[] | null;
}

export type MacroOrder = 'USAGE_COUNT_DESC' | 'UPDATED_AT_DESC';

export interface ShopEventKeyConnection {
  readonly __typename: 'ShopEventKeyConnection';
  readonly nodes: readonly ShopEventKey[];
  readonly pageInfo: PageInfo;
}

export interface ShopEventKeyFilter {
  readonly storeId?: IDFilter | null;
  readonly or?: readonly ShopEventKeyFilter[] | null;
}

export type ShopEventKeyOrder = 'CREATED_AT_DESC';

export interface ShopFeedConnection {
  readonly __typename: 'ShopFeedConnection';
  readonly nodes: readonly ShopFeed[];
  readonly pageInfo: PageInfo;
}

export interface ShopFeedFilter {
  readonly storeId?: IDFilter | null;
  readonly or?: readonly ShopFeedFilter[] | null;
}

export type ShopFeedOrder = 'ASKED_AT_DESC';

export interface AuditEventConnection {
  readonly __typename: 'AuditEventConnection';
  readonly nodes: readonly AuditEvent[];
  readonly pageInfo: PageInfo;
}

export interface AuditEventFilter {
  readonly entity?: StringFilter | null;
  readonly entityId?: IDFilter | null;
  readonly actor?: StringFilter | null;
  readonly action?: StringFilter | null;
  readonly storeId?: IDFilter | null;
  readonly at?: DateTimeFilter | null;
  readonly or?: readonly AuditEventFilter[] | null;
}

export type AuditEventOrder = 'AT_DESC';

export interface EffectConnection {
  readonly __typename: 'EffectConnection';
  readonly nodes: readonly Effect[];
  readonly pageInfo: PageInfo;
}

export interface EffectFilter {
  readonly state?: EffectStateFilter | null;
  readonly effect?: StringFilter | null;
  readonly port?: StringFilter | null;
  readonly storeId?: IDFilter | null;
  readonly entityId?: IDFilter | null;
  readonly name?: StringFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly or?: readonly EffectFilter[] | null;
}

export interface EffectStateFilter {
  readonly eq?: EffectState | null;
  readonly ne?: EffectState | null;
  readonly in?: readonly EffectState[] | null;
}

export type EffectOrder = 'CREATED_AT_DESC';

export interface CurrentUser {
  readonly __typename: 'CurrentUser';
  readonly id: string;
  readonly name: string;
  readonly agentNo: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly idleSeconds: number;
}

export interface AccountLinkOffer {
  readonly __typename: 'AccountLinkOffer';
  readonly kind: AccountLinkKind;
  readonly name: string;
  readonly email: string;
  readonly companyName: string;
  readonly languages: readonly string[];
  readonly expiresAt: string;
}

export type AccountLinkKind = 'INVITATION' | 'PASSWORD';

export interface CountryProposal {
  readonly __typename: 'CountryProposal';
  readonly timeZone: string;
  readonly currency: string;
  readonly region: StoreRegion;
  readonly serviceHours: readonly ServiceHours[];
  readonly officeHours: readonly ServiceHours[];
}

export interface OwnSessions {
  readonly __typename: 'OwnSessions';
  readonly sessions: readonly OwnSession[];
}

export interface OwnSession {
  readonly __typename: 'OwnSession';
  readonly id: string;
  readonly device: string;
  readonly signedInAt: string;
  readonly usedAt: string;
  readonly endsAt: string;
  readonly current: boolean;
}

export interface WidgetSettings {
  readonly __typename: 'WidgetSettings';
  readonly storeId: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly look: WidgetLook;
  readonly serviceHours: readonly ServiceHours[];
}

export interface PermissionMatrix {
  readonly __typename: 'PermissionMatrix';
  readonly rows: readonly PermissionMatrixRows[];
}

export interface PermissionMatrixRows {
  readonly __typename: 'PermissionMatrixRows';
  readonly permission: string;
  readonly byDefault: readonly Role[];
  readonly roles: readonly Role[];
}

export interface ServingRules {
  readonly __typename: 'ServingRules';
  readonly roles: readonly string[];
  readonly onboardingGate: boolean;
}

export interface PublicHolidays {
  readonly __typename: 'PublicHolidays';
  readonly lists: readonly HolidayList[];
}

export interface HolidayList {
  readonly __typename: 'HolidayList';
  readonly year: number;
  readonly source: string;
  readonly asOf: string;
  readonly days: readonly CalendarDay[];
}

export type HolidayRegion = 'CN';

export interface ServiceTime {
  readonly __typename: 'ServiceTime';
  readonly open: boolean;
  readonly nextOpening: string | null;
  readonly seconds: number | null;
  readonly reachedAt: string | null;
}

export type HoursKind = 'SERVICE' | 'OFFICE';

export interface CustomerTimeline {
  readonly __typename: 'CustomerTimeline';
  readonly entries: readonly CustomerTimelineEntries[];
}

export interface CustomerTimelineEntries {
  readonly __typename: 'CustomerTimelineEntries';
  readonly kind: TimelineKind;
  readonly at: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly entity: string | null;
}

export type TimelineKind = 'WORK' | 'CONVERSATION' | 'RATING' | 'RULE';

export interface CustomerOrders {
  readonly __typename: 'CustomerOrders';
  readonly shop: CustomerOrdersShop;
  readonly customerName: string | null;
  readonly orders: readonly ShopOrder[];
  readonly next: string | null;
}

export type CustomerOrdersShop = 'NOT_CONNECTED' | 'UNKNOWN_CUSTOMER' | 'UNAVAILABLE' | 'CONNECTED';

export interface ShopOrder {
  readonly __typename: 'ShopOrder';
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly status: ShopOrderStatus;
  readonly shopStatus: string;
  readonly statusText: string | null;
  readonly address: ShopAddress | null;
  readonly lines: readonly ShopOrderLine[];
  readonly amounts: ShopOrderAmounts;
  readonly discounts: readonly ShopDiscount[] | null;
  readonly freeFreight: ShopFreeFreight | null;
  readonly benefitsUnknown: boolean | null;
  readonly payments: readonly ShopPayment[];
  readonly shipments: readonly ShopShipment[];
  readonly returns: readonly ShopReturn[];
  readonly history: readonly ShopOrderEvent[];
  readonly cancelReason: string | null;
  readonly placedAt: string;
  readonly updatedAt: string;
}

export type ShopOrderStatus =
  | 'CREATED'
  | 'PAID'
  | 'CONFIRMED'
  | 'RELEASED_TO_WAREHOUSE'
  | 'PACKED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CLOSED_UNPAID'
  | 'CANCELLED'
  | 'RETURNED';

export interface ShopAddress {
  readonly __typename: 'ShopAddress';
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly country: string;
}

export interface ShopOrderLine {
  readonly __typename: 'ShopOrderLine';
  readonly id: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly options: readonly ShopOption[];
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly imageUrl: string | null;
}

export interface ShopOption {
  readonly __typename: 'ShopOption';
  readonly name: string;
  readonly value: string;
}

export interface ShopOrderAmounts {
  readonly __typename: 'ShopOrderAmounts';
  readonly goods: Money;
  readonly discount: Money;
  readonly freight: Money;
  readonly total: Money;
  readonly paid: Money;
  readonly refunded: Money;
}

export interface ShopDiscount {
  readonly __typename: 'ShopDiscount';
  readonly id: string;
  readonly title: string;
  readonly amount: Money;
  readonly lineIds: readonly string[] | null;
  readonly rule: ShopDiscountRule | null;
  readonly coupon: boolean | null;
}

export interface ShopDiscountRule {
  readonly __typename: 'ShopDiscountRule';
  readonly kind: ShopDiscountRuleKind;
  readonly threshold: Money | null;
  readonly step: Money | null;
  readonly requires: readonly ShopDiscountRuleRequires[] | null;
}

export type ShopDiscountRuleKind = 'FIXED' | 'EVERY' | 'PERCENT' | 'BUNDLE';

export interface ShopDiscountRuleRequires {
  readonly __typename: 'ShopDiscountRuleRequires';
  readonly lineId: string;
  readonly quantity: number;
}

export interface ShopFreeFreight {
  readonly __typename: 'ShopFreeFreight';
  readonly threshold: Money;
  readonly fee: Money;
  readonly lineIds: readonly string[] | null;
  readonly counts: ShopFreeFreightCounts | null;
}

export type ShopFreeFreightCounts = 'BEFORE_DISCOUNTS' | 'AFTER_DISCOUNTS';

export interface ShopPayment {
  readonly __typename: 'ShopPayment';
  readonly id: string;
  readonly kind: ShopPaymentKind;
  readonly amount: Money;
  readonly paymentMethodId: string | null;
  readonly at: string | null;
}

export type ShopPaymentKind = 'PAYMENT' | 'REFUND';

export interface ShopShipment {
  readonly __typename: 'ShopShipment';
  readonly id: string;
  readonly carrier: string | null;
  readonly trackingNumbers: readonly string[];
  readonly lineIds: readonly string[];
  readonly shippedAt: string | null;
  readonly expectedAt: string | null;
  readonly deliveredAt: string | null;
  readonly events: readonly ShopTrackingEvent[];
}

export interface ShopTrackingEvent {
  readonly __typename: 'ShopTrackingEvent';
  readonly at: string;
  readonly status: ShopTrackingStatus;
  readonly text: string;
  readonly place: string | null;
}

export type ShopTrackingStatus = 'PICKED_UP' | 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'DELIVERED' | 'EXCEPTION' | 'OTHER';

export interface ShopReturn {
  readonly __typename: 'ShopReturn';
  readonly id: string;
  readonly kind: ShopReturnKind;
  readonly lines: readonly ShopReturnLines[];
  readonly paymentMethodId: string | null;
  readonly priceDifference: Money | null;
  readonly at: string | null;
}

export type ShopReturnKind = 'RETURN' | 'EXCHANGE';

export interface ShopReturnLines {
  readonly __typename: 'ShopReturnLines';
  readonly lineId: string;
  readonly quantity: number;
  readonly newVariantId: string | null;
}

export interface ShopOrderEvent {
  readonly __typename: 'ShopOrderEvent';
  readonly at: string;
  readonly kind: ShopOrderEventKind;
  readonly text: string | null;
}

export type ShopOrderEventKind =
  | 'PLACED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CANCELLED'
  | 'ADDRESS_CHANGED'
  | 'PAYMENT_CHANGED'
  | 'ITEMS_CHANGED'
  | 'RETURN_REQUESTED'
  | 'EXCHANGE_REQUESTED'
  | 'REFUNDED'
  | 'OTHER';

export interface FormComparison {
  readonly __typename: 'FormComparison';
  readonly problems: readonly FormDraftProblem[];
  readonly changes: readonly FormChange[];
  readonly openRecords: number;
  readonly fingerprint: string;
}

export interface FormDraftProblem {
  readonly __typename: 'FormDraftProblem';
  readonly path: string;
  readonly text: LocalText;
}

export interface FormChange {
  readonly __typename: 'FormChange';
  readonly code: FormChangeCode;
  readonly field: string;
  readonly title: LocalText;
  readonly options: readonly LocalText[];
  readonly loses: boolean;
}

export type FormChangeCode =
  | 'REMOVED'
  | 'RETYPED'
  | 'NARROWED'
  | 'OPTION_GONE'
  | 'MUST_DROPPED'
  | 'CONDITION'
  | 'MUST_ADDED'
  | 'ADDED';

export interface FormMovePreview {
  readonly __typename: 'FormMovePreview';
  readonly versionNumber: number | null;
  readonly changes: readonly FormChange[];
  readonly lost: readonly FormLostValue[];
  readonly missing: readonly FormMissingField[];
  readonly fingerprint: string;
}

export interface FormLostValue {
  readonly __typename: 'FormLostValue';
  readonly field: string;
  readonly title: LocalText;
  readonly text: string;
}

export interface FormMissingField {
  readonly __typename: 'FormMissingField';
  readonly field: string;
  readonly title: LocalText;
}

export interface FormSubjectKinds {
  readonly __typename: 'FormSubjectKinds';
  readonly kinds: readonly FormSubjectKind[];
}

export interface FormSubjectKind {
  readonly __typename: 'FormSubjectKind';
  readonly kind: FormSubject;
  readonly entity: string | null;
  readonly prints: readonly string[];
}

export interface FormSheet {
  readonly __typename: 'FormSheet';
  readonly code: string;
  readonly title: LocalText;
  readonly versionNumber: number;
  readonly label: string;
  readonly store: string;
  readonly timeZone: string;
  readonly definition: unknown;
  readonly values: unknown;
  readonly names: unknown;
}

export interface FormTable {
  readonly __typename: 'FormTable';
  readonly name: string;
  readonly count: number;
  readonly rows: readonly unknown[];
  readonly csv: string;
}

export interface MyNotices {
  readonly __typename: 'MyNotices';
  readonly notices: readonly MyNotice[];
  readonly more: boolean;
}

export interface MyNotice {
  readonly __typename: 'MyNotice';
  readonly id: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly kind: NoticeKind;
  readonly severity: NoticeSeverity;
  readonly title: string;
  readonly note: string;
  readonly aboutEntity: string | null;
  readonly aboutId: string | null;
  readonly lastAt: string;
  readonly count: number;
  readonly level: number;
  readonly acknowledgeBy: string | null;
}

export interface NoticeSettings {
  readonly __typename: 'NoticeSettings';
  readonly kinds: readonly NoticeSetting[];
}

export interface NoticeSetting {
  readonly __typename: 'NoticeSetting';
  readonly kind: NoticeKind;
  readonly severity: NoticeSeverity;
  readonly locked: boolean;
  readonly onInStore: boolean | null;
  readonly perDay: number | null;
  readonly onForMe: boolean | null;
  readonly told: boolean;
  readonly decidedBy: NoticeLayer;
}

export type NoticeLayer = 'KIND' | 'STORE' | 'PERSON';

export interface FigureReport {
  readonly __typename: 'FigureReport';
  readonly from: string;
  readonly to: string;
  readonly figures: readonly FigureValue[];
  readonly groups: readonly FigureGroup[];
  readonly before: EarlierFigures | null;
  readonly filling: readonly MetricCode[];
  readonly failedDays: readonly string[];
}

export interface FigureValue {
  readonly __typename: 'FigureValue';
  readonly metric: MetricCode;
  readonly version: number;
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly n: number;
  readonly enough: boolean;
}

export interface FigureGroup {
  readonly __typename: 'FigureGroup';
  readonly by: MetricDimension;
  readonly key: string;
  readonly figures: readonly FigureValue[];
}

export type MetricDimension = 'STORE' | 'TEAM' | 'AGENT' | 'CHANNEL' | 'INTENT' | 'PRODUCT' | 'DAY' | 'HOUR';

export interface EarlierFigures {
  readonly __typename: 'EarlierFigures';
  readonly from: string;
  readonly to: string;
  readonly toMinute: number | null;
  readonly figures: readonly FigureValue[];
  readonly groups: readonly FigureGroup[];
}

export interface MyFigures {
  readonly __typename: 'MyFigures';
  readonly day: string;
  readonly figures: readonly OwnFigure[];
}

export interface OwnFigure {
  readonly __typename: 'OwnFigure';
  readonly metric: MetricCode;
  readonly version: number;
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly n: number;
  readonly enough: boolean;
  readonly unit: MetricUnit;
}

export type MetricUnit = 'COUNT' | 'SHARE' | 'RATIO' | 'SECONDS';

export interface FigureList {
  readonly __typename: 'FigureList';
  readonly figures: readonly FigureDescription[];
  readonly filling: readonly MetricCode[];
}

export interface FigureDescription {
  readonly __typename: 'FigureDescription';
  readonly metric: MetricCode;
  readonly code: string;
  readonly version: number;
  readonly unit: MetricUnit;
  readonly sign: MetricSign;
  readonly least: number;
  readonly formula: FigureWords;
  readonly by: readonly MetricDimension[];
  readonly sums: boolean;
  readonly beside: boolean;
}

export type MetricSign = 'MORE' | 'LESS' | 'NONE';

export interface FigureWords {
  readonly __typename: 'FigureWords';
  readonly en: string;
  readonly zh: string;
}

export interface FigureRows {
  readonly __typename: 'FigureRows';
  readonly figure: FigureValue;
  readonly rows: readonly FigureRow[];
  readonly next: string | null;
  readonly hidden: boolean;
}

export interface FigureRow {
  readonly __typename: 'FigureRow';
  readonly id: string;
  readonly aboutEntity: string;
  readonly aboutId: string;
  readonly aboutTitle: FigureWords;
  readonly storeId: string;
  readonly day: string;
  readonly agentId: string | null;
  readonly channel: string | null;
  readonly num: number;
  readonly den: number;
}

export interface FigureDrift {
  readonly __typename: 'FigureDrift';
  readonly facts: number;
  readonly wrong: readonly WrongFigure[];
}

export interface WrongFigure {
  readonly __typename: 'WrongFigure';
  readonly metric: MetricCode;
  readonly cells: number;
}

export interface FixedFigureToday {
  readonly __typename: 'FixedFigureToday';
  readonly fixed: number | null;
  readonly fixedN: number;
  readonly today: number | null;
  readonly todayN: number;
  readonly differs: boolean;
}

export interface ReportingLine {
  readonly __typename: 'ReportingLine';
  readonly levels: readonly ReportingLineLevels[];
}

export interface ReportingLineLevels {
  readonly __typename: 'ReportingLineLevels';
  readonly userIds: readonly string[];
  readonly users: readonly User[];
}

export interface DutyStandings {
  readonly __typename: 'DutyStandings';
  readonly posts: readonly DutyStanding[];
  readonly holders: number;
  readonly acknowledged: number;
}

export interface DutyStanding {
  readonly __typename: 'DutyStanding';
  readonly postId: string;
  readonly post: Post | null;
  readonly name: LocalText;
  readonly holders: readonly string[];
  readonly acknowledged: readonly string[];
}

export interface MyPost {
  readonly __typename: 'MyPost';
  readonly post: OwnPost | null;
}

export interface OwnPost {
  readonly __typename: 'OwnPost';
  readonly postId: string;
  readonly post: Post | null;
  readonly name: LocalText;
  readonly homePath: string;
  readonly duties: readonly LocalText[];
  readonly acknowledged: boolean;
}

export interface FunctionTable {
  readonly __typename: 'FunctionTable';
  readonly functions: readonly OwnedFunction[];
  readonly withoutOwner: number;
}

export interface OwnedFunction {
  readonly __typename: 'OwnedFunction';
  readonly id: string;
  readonly name: LocalText;
  readonly parts: LocalText;
  readonly output: LocalText;
  readonly ownerRoles: readonly Role[];
  readonly owners: readonly string[];
  readonly owned: boolean;
}

export interface OrganisationWarnings {
  readonly __typename: 'OrganisationWarnings';
  readonly warnings: readonly OrganisationWarning[];
}

export interface OrganisationWarning {
  readonly __typename: 'OrganisationWarning';
  readonly code: OrganisationWarningCode;
  readonly entity: string;
  readonly entityId: string;
  readonly name: LocalText;
}

export type OrganisationWarningCode =
  | 'DEPARTMENT_WITHOUT_LEAD'
  | 'TEAM_WITHOUT_MEMBERS'
  | 'TEAM_WITHOUT_LEAD'
  | 'FUNCTION_WITHOUT_OWNER';

export interface ModelPreview {
  readonly __typename: 'ModelPreview';
  readonly changes: readonly OrganisationChange[];
  readonly peopleBefore: number;
  readonly peopleAfter: number;
  readonly fingerprint: string;
}

export interface OrganisationChange {
  readonly __typename: 'OrganisationChange';
  readonly kind: OrganisationChangeKind;
  readonly id: string;
  readonly name: LocalText;
  readonly from: string | null;
  readonly to: string | null;
  readonly escalatesFrom: string | null;
  readonly escalatesTo: string | null;
  readonly people: number;
  readonly into: string | null;
  readonly open: readonly OpenForTeam[];
}

export type OrganisationChangeKind =
  | 'DEPARTMENT_MADE'
  | 'DEPARTMENT_MOVED'
  | 'DEPARTMENT_CLOSED'
  | 'TEAM_MADE'
  | 'TEAM_MOVED'
  | 'TEAM_CLOSED';

export interface OpenForTeam {
  readonly __typename: 'OpenForTeam';
  readonly entity: string;
  readonly title: LocalText;
  readonly count: number;
}

export interface ModelAdvice {
  readonly __typename: 'ModelAdvice';
  readonly model: OrganisationModel;
  readonly reasons: readonly LocalText[];
  readonly ranking: readonly RankedModel[];
}

export interface RankedModel {
  readonly __typename: 'RankedModel';
  readonly model: OrganisationModel;
  readonly points: number;
}

export type CompanySize = 'SMALL' | 'MEDIUM' | 'LARGE';

export type BusinessType = 'MARKETPLACE' | 'OWN_SHOP' | 'WHOLESALE' | 'TECHNICAL';

export type CustomerBase = 'MANY_ONCE' | 'RETURNING' | 'FEW_LARGE';

export type SupportLevel = 'BASIC' | 'EXTENDED' | 'TECHNICAL';

export interface FlowCheck {
  readonly __typename: 'FlowCheck';
  readonly problems: readonly FlowFault[];
  readonly changes: readonly FlowChange[];
  readonly running: readonly FlowRunning[];
}

export interface FlowFault {
  readonly __typename: 'FlowFault';
  readonly code: FlowProblem;
  readonly nodes: readonly string[];
}

export type FlowProblem =
  | 'NO_NODES'
  | 'NO_CODE'
  | 'CODE_TWICE'
  | 'UNNAMED'
  | 'UNOWNED'
  | 'UNKNOWN_OWNER'
  | 'NO_CLOCK'
  | 'NO_OUTPUT'
  | 'UNKNOWN_NEXT'
  | 'CIRCULAR'
  | 'UNREACHABLE'
  | 'CHECKPOINT_TWICE'
  | 'UNKNOWN_START'
  | 'STARTED_ELSEWHERE'
  | 'NOTHING_STARTS';

export interface FlowChange {
  readonly __typename: 'FlowChange';
  readonly node: string;
  readonly what: readonly FlowDifference[];
}

export type FlowDifference = 'ADDED' | 'REMOVED' | 'OWNER' | 'CLOCK' | 'OUTPUT' | 'WAY' | 'WORDS';

export interface FlowRunning {
  readonly __typename: 'FlowRunning';
  readonly edition: number;
  readonly items: number;
}

export interface ConsentChoices {
  readonly __typename: 'ConsentChoices';
  readonly purposes: readonly ConsentChoice[];
}

export interface ConsentChoice {
  readonly __typename: 'ConsentChoice';
  readonly purpose: Purpose;
  readonly called: LocalText;
  readonly basis: OutreachBasis;
  readonly channels: readonly OutreachChannel[];
  readonly given: boolean | null;
}

export type OutreachBasis = 'CONSENT' | 'OPT_OUT';

export interface StopOffer {
  readonly __typename: 'StopOffer';
  readonly store: string;
  readonly purpose: LocalText;
}

export interface ShippedPolicies {
  readonly __typename: 'ShippedPolicies';
  readonly packs: readonly ShippedPolicy[];
}

export interface ShippedPolicy {
  readonly __typename: 'ShippedPolicy';
  readonly version: string;
  readonly code: string;
  readonly name: LocalText;
  readonly layer: PolicyLayer;
  readonly asOf: string;
  readonly banner: LocalText;
  readonly tables: number;
  readonly rules: number;
}

export type PolicyLayer = 'STATUTORY' | 'PLATFORM' | 'PROMISE';

export interface PolicyPack {
  readonly __typename: 'PolicyPack';
  readonly version: string;
  readonly readOnly: boolean;
  readonly contentVersion: number | null;
  readonly pack: unknown;
}

export interface PolicyFindings {
  readonly __typename: 'PolicyFindings';
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly PolicyFinding[];
}

export interface PolicyFinding {
  readonly __typename: 'PolicyFinding';
  readonly code: PolicyFindingCode;
  readonly severity: PolicyFindingSeverity;
  readonly table: string;
  readonly rowIds: readonly string[];
  readonly example: unknown;
  readonly where: LocalText;
  readonly text: LocalText;
}

export type PolicyFindingCode =
  | 'COMPILE'
  | 'GAP'
  | 'CONTRADICTION'
  | 'REDUNDANT'
  | 'NEVER_REACHED'
  | 'WEAKER_THAN_STATUTE'
  | 'TOO_COMPLEX';

export type PolicyFindingSeverity = 'ERROR' | 'WARNING';

export interface PolicyReplay {
  readonly __typename: 'PolicyReplay';
  readonly total: number;
  readonly changed: number;
  readonly failed: number;
  readonly money: readonly ReplayedMoney[];
  readonly turns: readonly ReplayedTurn[];
  readonly cases: readonly ReplayedCase[];
  readonly failures: readonly ReplayFailure[];
  readonly next: string | null;
}

export interface PolicyDifferences {
  readonly __typename: 'PolicyDifferences';
  readonly differences: readonly PolicyDifference[];
}

export interface PolicyDifference {
  readonly __typename: 'PolicyDifference';
  readonly kind: PolicyDifferenceKind;
  readonly table: string | null;
  readonly row: string | null;
  readonly field: string | null;
  readonly before: LocalText;
  readonly after: LocalText;
}

export type PolicyDifferenceKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';

export interface PolicyInForce {
  readonly __typename: 'PolicyInForce';
  readonly storeId: string;
  readonly layers: readonly PolicyLayerInForce[];
}

export interface PolicyLayerInForce {
  readonly __typename: 'PolicyLayerInForce';
  readonly version: string;
  readonly layer: PolicyLayer;
  readonly code: string;
  readonly name: LocalText;
  readonly asOf: string;
  readonly number: number | null;
  readonly effectiveFrom: string | null;
  readonly authorId: string | null;
  readonly approverId: string | null;
  readonly tables: readonly PolicyTableSummary[];
}

export interface PolicyTableSummary {
  readonly __typename: 'PolicyTableSummary';
  readonly code: string;
  readonly title: LocalText;
  readonly kind: string;
  readonly question: LocalText;
  readonly rows: number;
}

export interface PoliciesAbove {
  readonly __typename: 'PoliciesAbove';
  readonly packs: readonly PolicyAbove[];
}

export interface PolicyAbove {
  readonly __typename: 'PolicyAbove';
  readonly version: string;
  readonly layer: PolicyLayer;
  readonly name: LocalText;
  readonly pack: unknown;
}

export interface WorkKinds {
  readonly __typename: 'WorkKinds';
  readonly kinds: readonly WorkKind[];
  readonly mostCounted: number;
}

export interface WorkKind {
  readonly __typename: 'WorkKind';
  readonly entity: string;
  readonly plural: string;
  readonly title: LocalText;
  readonly called: LocalText | null;
  readonly handles: boolean;
  readonly mine: number;
  readonly free: number;
}

export interface InboxCounts {
  readonly __typename: 'InboxCounts';
  readonly queued: number;
  readonly mine: number;
  readonly open: number;
  readonly offline: number;
  readonly unread: number;
}

export interface CustomerNoticeSettings {
  readonly __typename: 'CustomerNoticeSettings';
  readonly kinds: readonly CustomerNoticeSetting[];
}

export interface CustomerNoticeSetting {
  readonly __typename: 'CustomerNoticeSetting';
  readonly kind: CustomerNoticeKind;
  readonly locked: boolean;
  readonly on: boolean;
  readonly perDay: number | null;
  readonly ways: readonly DeliveryChannel[];
  readonly connected: readonly DeliveryChannel[];
}

export interface TextCheck {
  readonly __typename: 'TextCheck';
  readonly level: GuardLevel | null;
  readonly hits: readonly MessageHit[];
  readonly unresolved: readonly string[];
  readonly names: readonly TermRuleName[];
}

export interface TermRuleName {
  readonly __typename: 'TermRuleName';
  readonly rule: string;
  readonly name: LocalText;
}

export interface OutboundRules {
  readonly __typename: 'OutboundRules';
  readonly rules: readonly OutboundRulesRules[];
}

export interface OutboundRulesRules {
  readonly __typename: 'OutboundRulesRules';
  readonly rule: string;
  readonly id: string | null;
  readonly class: string;
  readonly name: LocalText;
  readonly level: GuardLevel;
  readonly phrases: readonly string[];
  readonly except: readonly string[];
  readonly detectors: readonly PersonalDataKind[];
  readonly replacement: LocalText | null;
  readonly storeIds: readonly string[];
  readonly channels: readonly Channel[];
  readonly shipped: boolean;
  readonly ownRule: boolean;
  readonly active: boolean;
}

export interface TermExport {
  readonly __typename: 'TermExport';
  readonly text: string;
  readonly count: number;
}

export interface TermHitCounts {
  readonly __typename: 'TermHitCounts';
  readonly rules: readonly RuleHits[];
  readonly capped: boolean;
}

export interface RuleHits {
  readonly __typename: 'RuleHits';
  readonly rule: string;
  readonly count: number;
  readonly lastAt: string;
}

export interface RuleKit {
  readonly __typename: 'RuleKit';
  readonly events: readonly RuleEventKind[];
  readonly valueless: readonly RuleOperator[];
  readonly steps: readonly RuleStepKind[];
}

export interface RuleEventKind {
  readonly __typename: 'RuleEventKind';
  readonly event: RuleEvent;
  readonly entity: string;
  readonly fields: readonly RuleEventField[];
}

export interface RuleEventField {
  readonly __typename: 'RuleEventField';
  readonly field: string;
  readonly type: RuleFieldType;
  readonly set: string | null;
  readonly codes: readonly string[];
  readonly of: string | null;
  readonly operators: readonly RuleOperator[];
}

export type RuleFieldType = 'TEXT' | 'CODE' | 'NUMBER' | 'BOOLEAN' | 'INSTANT';

export interface RuleStepKind {
  readonly __typename: 'RuleStepKind';
  readonly action: string;
  readonly entity: string | null;
  readonly rights: readonly string[];
  readonly granted: boolean;
  readonly causes: readonly RuleEvent[];
  readonly filled: readonly string[];
}

export interface RuleDraftCheck {
  readonly __typename: 'RuleDraftCheck';
  readonly condition: string;
  readonly rights: readonly string[];
  readonly missing: readonly string[];
  readonly problems: readonly RuleDraftProblem[];
}

export interface RuleDraftProblem {
  readonly __typename: 'RuleDraftProblem';
  readonly path: string;
  readonly text: LocalText;
}

export interface RuleDraftInput {
  readonly event?: string | null;
  readonly hours?: number | null;
  readonly match?: RuleMatch | null;
  readonly conditions?: readonly RuleConditionInput[] | null;
  readonly expression?: string | null;
  readonly steps?: readonly RuleStepInput[] | null;
  readonly perRow?: number | null;
  readonly perHour?: number | null;
}

export interface RuleConditionInput {
  readonly field: string;
  readonly operator: RuleOperator;
  readonly value?: string | null;
}

export interface RuleStepInput {
  readonly action: string;
  readonly input: unknown;
}

export interface RuleDryRun {
  readonly __typename: 'RuleDryRun';
  readonly fingerprint: string;
  readonly events: number;
  readonly since: string | null;
  readonly matched: number;
  readonly wouldRun: number;
  readonly refused: number;
  readonly capped: number;
  readonly rows: readonly RuleDryRow[];
}

export interface RuleDryRow {
  readonly __typename: 'RuleDryRow';
  readonly at: string;
  readonly entity: string;
  readonly rowId: string;
  readonly label: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly outcome: RuleDryOutcome;
  readonly why: LocalText | null;
  readonly changes: readonly RuleDryWrite[];
  readonly effects: readonly LocalText[];
  readonly notices: readonly string[];
}

export type RuleDryOutcome = 'WOULD_RUN' | 'REFUSED' | 'CAPPED' | 'LOOP' | 'CONDITION_FAILED';

export interface RuleDryWrite {
  readonly __typename: 'RuleDryWrite';
  readonly entity: string;
  readonly rowId: string | null;
  readonly change: RuleDryChange;
}

export type RuleDryChange = 'MADE' | 'CHANGED' | 'REMOVED';

export interface ExpandedScript {
  readonly __typename: 'ExpandedScript';
  readonly scriptCode: string;
  readonly text: string;
  readonly unresolved: readonly string[];
  readonly variables: readonly string[];
}

export interface VariableValueInput {
  readonly name: string;
  readonly value: string;
}

export interface ScriptLibrary {
  readonly __typename: 'ScriptLibrary';
  readonly scripts: readonly ScriptLibraryScripts[];
}

export interface ScriptLibraryScripts {
  readonly __typename: 'ScriptLibraryScripts';
  readonly id: string | null;
  readonly scriptCode: string;
  readonly scene: Scene;
  readonly title: LocalText;
  readonly body: LocalText;
  readonly variables: readonly string[];
  readonly quickKey: string | null;
  readonly storeId: string | null;
  readonly ownerId: string | null;
  readonly roles: readonly Role[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly hours: ScriptHours | null;
  readonly customers: ScriptCustomers;
  readonly scope: ScriptScope;
  readonly state: ScriptState;
  readonly usable: boolean;
  readonly fits: boolean;
  readonly usageCount: number;
  readonly lastUsedAt: string | null;
}

export interface FirstSteps {
  readonly __typename: 'FirstSteps';
  readonly steps: readonly SetupStep[];
  readonly sightings: readonly SetupSighting[];
  readonly dismissed: boolean;
}

export interface SetupStep {
  readonly __typename: 'SetupStep';
  readonly code: string;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly done: boolean;
  readonly mayKeep: boolean;
  readonly path: string;
}

export interface SetupSighting {
  readonly __typename: 'SetupSighting';
  readonly id: string;
  readonly origin: string;
  readonly seenAt: string;
  readonly allowed: boolean;
}

export interface ShopState {
  readonly __typename: 'ShopState';
  readonly storeId: string;
  readonly source: ShopSource;
  readonly connectionId: string | null;
  readonly adapter: string | null;
  readonly adapterName: LocalText | null;
  readonly settings: readonly ShopSettingValue[];
  readonly connectedAt: string | null;
  readonly capabilities: readonly ShopCapabilityState[];
  readonly answeredAt: string | null;
  readonly fault: CallFault | null;
  readonly faultAt: string | null;
  readonly failing: boolean;
  readonly testedAt: string | null;
  readonly testMs: number | null;
  readonly checks: readonly ShopCheck[];
}

export type ShopSource = 'NONE' | 'PANEL' | 'OPERATOR';

export interface ShopCapabilityState {
  readonly __typename: 'ShopCapabilityState';
  readonly capability: ShopCapability;
  readonly has: boolean;
}

export type ShopCapability =
  | 'PRODUCTS'
  | 'CUSTOMERS'
  | 'ORDERS'
  | 'ORDER_LIST'
  | 'ORDER_NEWS'
  | 'CANCEL_ORDER'
  | 'CHANGE_ADDRESS'
  | 'CHANGE_PAYMENT'
  | 'CHANGE_ITEMS'
  | 'RETURNS'
  | 'EXCHANGES'
  | 'REFUNDS'
  | 'CUSTOMER_ADDRESS';

export interface ShopAdapters {
  readonly __typename: 'ShopAdapters';
  readonly adapters: readonly ShopAdapter[];
}

export interface ShopAdapter {
  readonly __typename: 'ShopAdapter';
  readonly code: string;
  readonly name: LocalText;
  readonly about: LocalText | null;
  readonly settings: readonly ShopAdapterSetting[];
}

export interface ShopAdapterSetting {
  readonly __typename: 'ShopAdapterSetting';
  readonly name: string;
  readonly kind: ShopSettingKind;
  readonly title: LocalText;
  readonly hint: LocalText | null;
  readonly required: boolean;
  readonly choices: readonly ShopSettingChoice[];
}

export type ShopSettingKind = 'ADDRESS' | 'TEXT' | 'SECRET' | 'CHOICE';

export interface ShopSettingChoice {
  readonly __typename: 'ShopSettingChoice';
  readonly value: string;
  readonly title: LocalText;
}

export interface TicketMove {
  readonly __typename: 'TicketMove';
  readonly fromEdition: number;
  readonly toEdition: number;
  readonly node: string;
  readonly nodeStays: boolean;
  readonly stepBy: string | null;
  readonly stepByThen: string | null;
  readonly nodeCodes: readonly string[];
  readonly changedNodes: readonly string[];
}

export interface ReadingExplained {
  readonly __typename: 'ReadingExplained';
  readonly intent: IntentChoice | null;
  readonly priority: Priority;
  readonly emotion: EmotionLabel | null;
  readonly reading: ConversationReading | null;
  readonly words: readonly string[];
  readonly others: readonly IntentChoice[];
  readonly choices: readonly IntentChoice[];
}

export interface IntentChoice {
  readonly __typename: 'IntentChoice';
  readonly key: string;
  readonly name: LocalText;
  readonly priority: Priority;
}

export interface QueuePlace {
  readonly __typename: 'QueuePlace';
  readonly place: number | null;
  readonly waitedSeconds: number;
  readonly estimateSeconds: number | null;
  readonly notice: LocalText | null;
}

export interface RoutingSettings {
  readonly __typename: 'RoutingSettings';
  readonly storeId: string;
  readonly mode: RoutingMode;
  readonly weights: ChannelWeights;
  readonly silentSeconds: number;
  readonly lastAgentDays: number;
  readonly maxQueue: number;
  readonly maxAnonymousQueue: number;
  readonly relaxSeconds: number;
  readonly keepPlaceSeconds: number;
  readonly headStarts: HeadStarts;
  readonly rampSeconds: number;
  readonly awaySeconds: number;
  readonly peak: PeakMode | null;
}

export interface RoutingExplanation {
  readonly __typename: 'RoutingExplanation';
  readonly mode: RoutingMode;
  readonly peak: boolean;
  readonly waiting: RoutingExplanationWaiting | null;
  readonly decision: RoutingExplanationDecision | null;
}

export interface RoutingExplanationWaiting {
  readonly __typename: 'RoutingExplanationWaiting';
  readonly place: number;
  readonly since: string;
  readonly waitedSeconds: number;
  readonly headStartSeconds: number;
  readonly mode: TalkMode;
  readonly team: string | null;
  readonly locale: string;
  readonly relaxAt: string;
  readonly preferredName: string | null;
  readonly preference: QueuePreference | null;
  readonly agents: readonly ConsideredAgent[];
}

export interface RoutingExplanationDecision {
  readonly __typename: 'RoutingExplanationDecision';
  readonly userId: string;
  readonly name: string;
  readonly at: string;
  readonly how: RoutingDecisionHow;
  readonly because: RoutedBecause | null;
  readonly waitedSeconds: number | null;
  readonly others: readonly ConsideredAgent[];
}

export interface LiveBoard {
  readonly __typename: 'LiveBoard';
  readonly now: string;
  readonly stores: readonly LiveBoardStores[];
  readonly agents: readonly LiveBoardAgents[];
  readonly waiting: readonly LiveBoardWaiting[];
  readonly waitingMore: boolean;
  readonly silent: readonly LiveBoardWaiting[];
}

export interface LiveBoardStores {
  readonly __typename: 'LiveBoardStores';
  readonly storeId: string;
  readonly name: string;
  readonly mode: RoutingMode;
  readonly queued: number;
  readonly longestSince: string | null;
  readonly online: number;
  readonly places: number;
  readonly taken: number;
  readonly peak: PeakMode | null;
}

export interface LiveBoardAgents {
  readonly __typename: 'LiveBoardAgents';
  readonly userId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly load: number;
  readonly capacity: number;
  readonly idleSince: string | null;
  readonly silentInRow: number;
  readonly teams: readonly string[];
  readonly languages: readonly string[];
  readonly storeIds: readonly string[];
}

export interface LiveBoardWaiting {
  readonly __typename: 'LiveBoardWaiting';
  readonly conversationId: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly preview: string;
  readonly since: string;
  readonly waitedSeconds: number;
  readonly priority: string;
  readonly team: string | null;
  readonly locale: string;
  readonly ownerId: string | null;
  readonly ownerName: string;
}

export interface ServiceLevels {
  readonly __typename: 'ServiceLevels';
  readonly policies: readonly SlaPolicyShown[];
}

export interface SlaPolicyShown {
  readonly __typename: 'SlaPolicyShown';
  readonly id: string | null;
  readonly scope: string;
  readonly storeId: string | null;
  readonly store: Store | null;
  readonly channel: Channel | null;
  readonly intent: Intent | null;
  readonly priority: Priority | null;
  readonly tier: string | null;
  readonly firstReply: SlaTarget | null;
  readonly nextReply: SlaTarget | null;
  readonly resolution: SlaTarget | null;
  readonly acceptSeconds: number;
  readonly warnPercent: number;
  readonly supervisorSeconds: number;
  readonly active: boolean;
  readonly shipped: boolean;
}

export interface ServiceLevelPreview {
  readonly __typename: 'ServiceLevelPreview';
  readonly policy: SlaPolicyShown | null;
  readonly others: readonly string[];
  readonly targets: readonly SlaTargetPreview[];
}

export interface SlaTargetPreview {
  readonly __typename: 'SlaTargetPreview';
  readonly target: SlaTargetName;
  readonly limit: SlaTarget;
  readonly aimAt: string | null;
  readonly dueAt: string | null;
}

export interface ShopOrderPage {
  readonly __typename: 'ShopOrderPage';
  readonly items: readonly ShopOrder[];
  readonly next: string | null;
  readonly source: OrderListSource;
  readonly flags: readonly OrderListFlag[];
  readonly buyers: readonly OrderListBuyer[];
}

export type OrderListSource = 'SHOP' | 'KNOWN';

export interface OrderListFlag {
  readonly __typename: 'OrderListFlag';
  readonly orderId: string;
  readonly flag: RemarkFlag;
  readonly reason: string;
  readonly needsAcknowledgement: boolean;
}

export interface OrderListBuyer {
  readonly __typename: 'OrderListBuyer';
  readonly shopCustomerId: string;
  readonly customerId: string;
  readonly name: string;
}

export interface FoundOrders {
  readonly __typename: 'FoundOrders';
  readonly orders: readonly FoundOrder[];
}

export interface FoundOrder {
  readonly __typename: 'FoundOrder';
  readonly storeId: string;
  readonly orderId: string;
  readonly number: string;
  readonly status: ShopOrderStatus;
  readonly placedAt: string;
}

export interface OrderBuyer {
  readonly __typename: 'OrderBuyer';
  readonly shopCustomerId: string;
  readonly customerId: string | null;
  readonly name: string;
  readonly paymentMethods: readonly ShopPaymentMethod[];
}

export interface ShopPaymentMethod {
  readonly __typename: 'ShopPaymentMethod';
  readonly id: string;
  readonly kind: ShopPaymentMethodKind;
  readonly provider: string | null;
  readonly lastFour: string | null;
  readonly balance: Money | null;
}

export type ShopPaymentMethodKind = 'CARD' | 'WALLET' | 'GIFT_CARD' | 'OTHER';

export interface ShopProduct {
  readonly __typename: 'ShopProduct';
  readonly id: string;
  readonly title: string;
  readonly category: string | null;
  readonly url: string | null;
  readonly imageUrl: string | null;
  readonly variants: readonly ShopVariant[];
}

export interface ShopVariant {
  readonly __typename: 'ShopVariant';
  readonly id: string;
  readonly productId: string;
  readonly title: string;
  readonly sku: string | null;
  readonly options: readonly ShopOption[];
  readonly price: Money;
  readonly available: boolean;
  readonly stock: number | null;
}

export interface ShopProductPage {
  readonly __typename: 'ShopProductPage';
  readonly items: readonly ShopProduct[];
  readonly next: string | null;
}

export interface ShopCustomer {
  readonly __typename: 'ShopCustomer';
  readonly id: string;
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly email: string | null;
  readonly address: ShopAddress | null;
  readonly paymentMethods: readonly ShopPaymentMethod[];
}

export interface ShopCustomerName {
  readonly givenName: string;
  readonly familyName: string;
  readonly postalCode: string;
}

export interface ShopCustomers {
  readonly __typename: 'ShopCustomers';
  readonly customers: readonly ShopCustomer[];
}

export interface OrderFlags {
  readonly __typename: 'OrderFlags';
  readonly flags: readonly OrderFlag[];
}

export interface OrderFlag {
  readonly __typename: 'OrderFlag';
  readonly orderId: string;
  readonly flag: RemarkFlag;
  readonly reason: string;
  readonly needsAcknowledgement: boolean;
  readonly at: string;
}

export interface OrderOptions {
  readonly __typename: 'OrderOptions';
  readonly orderNumber: string;
  readonly options: readonly OrderOption[];
  readonly onOwnAccord: boolean;
  readonly cancelReasons: readonly CancelReason[];
}

export interface OrderOption {
  readonly __typename: 'OrderOption';
  readonly change: OrderChange;
  readonly state: OrderOptionState;
  readonly possible: boolean;
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
}

export type OrderChange = 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS';

export type OrderOptionState = 'POSSIBLE' | 'WAREHOUSE' | 'DENIED' | 'NOT_OFFERED';

export interface CancelReason {
  readonly __typename: 'CancelReason';
  readonly code: string;
  readonly label: LocalText;
}

export interface OrderChangePreview {
  readonly __typename: 'OrderChangePreview';
  readonly orderNumber: string;
  readonly course: OrderChangeCourse;
  readonly effects: readonly OrderChangeEffect[];
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly told: LocalText;
  readonly confirmation: string;
}

export type OrderChangeCourse = 'DO' | 'ACKNOWLEDGE' | 'BY_HAND' | 'CONVERT';

export interface OrderChangeEffect {
  readonly __typename: 'OrderChangeEffect';
  readonly kind: OrderChangeEffectKind;
  readonly amount: Money | null;
  readonly methodId: string | null;
  readonly text: LocalText;
}

export type OrderChangeEffectKind = 'REFUND' | 'PAY' | 'STATUS' | 'ADDRESS' | 'ITEMS' | 'WAIT' | 'RETURN';

export interface ShopAddressInput {
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly region?: string | null;
  readonly postalCode: string;
  readonly country: string;
}

export interface OrderChangeItemInput {
  readonly lineId: string;
  readonly quantity?: number | null;
  readonly newVariantId: string;
}

export type OrderChangeAsker = 'CUSTOMER' | 'AGENT';

export interface PolicyTrial {
  readonly __typename: 'PolicyTrial';
  readonly answer: PolicyAnswer;
  readonly facts: unknown;
}

export interface PolicyAnswer {
  readonly __typename: 'PolicyAnswer';
  readonly kind: string;
  readonly outcome: string | null;
  readonly outputs: unknown;
  readonly ruleIds: readonly string[];
  readonly rows: readonly PolicyDecidingRow[];
  readonly reasons: readonly PolicyReason[];
  readonly clause: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
  readonly dues: readonly PolicyDue[];
  readonly assumed: readonly LocalText[];
}

export interface PolicyDecidingRow {
  readonly __typename: 'PolicyDecidingRow';
  readonly pack: string;
  readonly layer: PolicyLayer;
  readonly table: string;
  readonly row: string;
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
}

export interface PolicyReason {
  readonly __typename: 'PolicyReason';
  readonly ruleIds: readonly string[];
  readonly text: LocalText;
}

export interface PolicyDue {
  readonly __typename: 'PolicyDue';
  readonly output: string;
  readonly at: string | null;
  readonly text: LocalText;
}

export interface PolicyFacts {
  readonly __typename: 'PolicyFacts';
  readonly facts: readonly PolicyFact[];
}

export interface PolicyFact {
  readonly __typename: 'PolicyFact';
  readonly name: string;
  readonly label: LocalText;
  readonly input: unknown;
}

export interface PolicyOfOrder {
  readonly __typename: 'PolicyOfOrder';
  readonly placedAt: string;
  readonly kinderNow: boolean;
  readonly policies: readonly JudgingPolicy[];
}

export interface JudgingPolicy {
  readonly __typename: 'JudgingPolicy';
  readonly version: string;
  readonly layer: PolicyLayer;
  readonly code: string;
  readonly name: LocalText;
  readonly asOf: string;
  readonly number: number | null;
  readonly effectiveFrom: string | null;
}

export interface CasePreview {
  readonly __typename: 'CasePreview';
  readonly outcome: CaseOutcome;
  readonly automatic: boolean;
  readonly ruleIds: readonly string[];
  readonly explanation: LocalText;
  readonly clause: LocalText | null;
  readonly whatWouldChangeIt: readonly LocalText[];
  readonly freightPayer: FreightPayer | null;
  readonly currency: string;
  readonly refundAmount: number | null;
  readonly refundLines: readonly CaseRefundLine[];
  readonly feeCeiling: CaseFeeCeiling | null;
  readonly refundDueAt: string | null;
  readonly decisionDueAt: string;
  readonly photoRequired: boolean;
  readonly confirmation: string;
}

export interface CaseItemInput {
  readonly lineId: string;
  readonly quantity?: number | null;
  readonly newVariantId?: string | null;
}

export interface GoodsConditionInput {
  readonly opened?: boolean | null;
  readonly goodsIntact?: boolean | null;
  readonly sealBroken?: boolean | null;
  readonly tampered?: boolean | null;
  readonly tagOrSoil?: boolean | null;
  readonly usedOrDamaged?: boolean | null;
}

export interface CaseRecord {
  readonly __typename: 'CaseRecord';
  readonly form: CaseRecordForm;
  readonly complete: boolean;
  readonly fields: readonly RecordField[];
}

export type CaseRecordForm = 'F4' | 'F5';

export interface RecordField {
  readonly __typename: 'RecordField';
  readonly code: string;
  readonly label: LocalText;
  readonly text: LocalText;
}

export interface ApologyDraft {
  readonly __typename: 'ApologyDraft';
  readonly text: string;
  readonly isSent: boolean;
}

export interface CaseCounts {
  readonly __typename: 'CaseCounts';
  readonly groups: readonly CaseGroupCount[];
  readonly mine: number;
  readonly overdue: number;
  readonly atRisk: number;
  readonly mostCounted: number;
}

export interface CaseGroupCount {
  readonly __typename: 'CaseGroupCount';
  readonly group: CaseGroup;
  readonly states: readonly CaseState[];
  readonly cases: number;
}

export type CaseGroup = 'DECIDE' | 'RETURN' | 'INSPECT' | 'PAY' | 'SEND' | 'DISPUTE' | 'DONE' | 'CLOSED';

export interface CaseApprovals {
  readonly __typename: 'CaseApprovals';
  readonly cases: readonly CaseApproval[];
}

export interface CaseApproval {
  readonly __typename: 'CaseApproval';
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly currency: string;
  readonly amount: number | null;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly approver: CaseApprover | null;
  readonly clause: LocalText | null;
}

export interface ReturnsReportLines {
  readonly __typename: 'ReturnsReportLines';
  readonly reportId: string;
  readonly total: number;
  readonly lines: readonly ReturnsReportLine[];
  readonly late: readonly ReturnsReportLine[];
}

export interface CsvFile {
  readonly __typename: 'CsvFile';
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

export interface CaseOptions {
  readonly __typename: 'CaseOptions';
  readonly orderNumber: string;
  readonly lines: readonly CaseLineLeft[];
  readonly reasons: readonly CaseReasonOption[];
  readonly types: readonly CaseOption[];
}

export interface CaseLineLeft {
  readonly __typename: 'CaseLineLeft';
  readonly lineId: string;
  readonly left: number;
}

export interface CaseReasonOption {
  readonly __typename: 'CaseReasonOption';
  readonly code: CaseReason;
  readonly label: LocalText;
  readonly photoRequired: boolean;
  readonly common: boolean;
}

export interface CaseOption {
  readonly __typename: 'CaseOption';
  readonly type: CaseType;
  readonly label: LocalText;
  readonly outcome: CaseOutcome;
  readonly ruleIds: readonly string[];
  readonly explanation: LocalText;
  readonly clause: LocalText | null;
  readonly whatWouldChangeIt: readonly LocalText[];
}

export interface ArticleSearch {
  readonly __typename: 'ArticleSearch';
  readonly hits: readonly ArticleHit[];
}

export interface ArticleHit {
  readonly __typename: 'ArticleHit';
  readonly articleId: string;
  readonly title: LocalText;
  readonly excerpt: string;
  readonly category: ArticleCategory;
  readonly audience: ArticleAudience;
  readonly edition: number;
  readonly stale: boolean;
  readonly coverage: number;
  readonly terms: readonly string[];
}

export interface ArticleSuggestions {
  readonly __typename: 'ArticleSuggestions';
  readonly hits: readonly ArticleHit[];
}

export interface SuggestedAnswers {
  readonly __typename: 'SuggestedAnswers';
  readonly question: string;
  readonly answers: readonly SuggestedAnswer[];
}

export interface SuggestedAnswer {
  readonly __typename: 'SuggestedAnswer';
  readonly kind: AnswerKind;
  readonly id: string;
  readonly title: LocalText;
  readonly text: string;
  readonly audience: ArticleAudience | null;
  readonly edition: number | null;
  readonly stale: boolean;
  readonly coverage: number;
}

export type AnswerKind = 'ARTICLE' | 'SCRIPT';

export interface ArticleExport {
  readonly __typename: 'ArticleExport';
  readonly text: string;
  readonly count: number;
  readonly endCursor: string | null;
}

export type ArticleTextFormat = 'CSV' | 'MARKDOWN';

export interface ReadingReport {
  readonly __typename: 'ReadingReport';
  readonly edition: number;
  readonly readers: readonly ArticleReader[];
  readonly read: number;
  readonly share: number | null;
}

export interface ArticleReader {
  readonly __typename: 'ArticleReader';
  readonly userId: string;
  readonly name: string;
  readonly at: string | null;
}

export interface ProductSheets {
  readonly __typename: 'ProductSheets';
  readonly sheets: readonly ProductSheet[];
}

export interface ProductSheet {
  readonly __typename: 'ProductSheet';
  readonly product: ShopProduct;
  readonly knowledge: ProductSheetKnowledge | null;
}

export interface ProductSheetKnowledge {
  readonly __typename: 'ProductSheetKnowledge';
  readonly category: ProductSchema;
  readonly facts: readonly ProductFact[];
  readonly missing: readonly ProductFactName[];
  readonly completeness: number;
  readonly edition: number;
}

export interface ProductSchemas {
  readonly __typename: 'ProductSchemas';
  readonly schemas: readonly ProductSchemaFacts[];
}

export interface ProductSchemaFacts {
  readonly __typename: 'ProductSchemaFacts';
  readonly category: ProductSchema;
  readonly mandatory: readonly ProductFactName[];
}

export interface KnowledgeFigures {
  readonly __typename: 'KnowledgeFigures';
  readonly searches: number;
  readonly used: number;
  readonly empty: number;
  readonly solved: number;
  readonly hitRate: number | null;
  readonly gapRate: number | null;
}

export interface BotState {
  readonly __typename: 'BotState';
  readonly state: BotSessionState | null;
  readonly misses: number;
  readonly lastAnswer: BotLastAnswer | null;
}

export interface BotLastAnswer {
  readonly __typename: 'BotLastAnswer';
  readonly messageId: string;
  readonly articleId: string;
  readonly title: LocalText;
  readonly helpful: boolean | null;
}

export interface MacroPlan {
  readonly __typename: 'MacroPlan';
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly __typename: 'PlannedStep';
  readonly kind: MacroStepKind;
  readonly action: string;
  readonly input: unknown;
  readonly text: string;
  readonly unresolved: readonly string[];
  readonly outcome: LocalText | null;
  readonly denial: StepDenial | null;
  readonly needs: readonly MacroNeed[];
}

export interface StepDenial {
  readonly __typename: 'StepDenial';
  readonly code: string;
  readonly text: LocalText;
}

export type MacroNeed = 'ORDER' | 'SCRIPT' | 'VALUES';

export interface MacroItemInput {
  readonly lineId: string;
  readonly quantity: number;
}

export interface AvailableAction {
  readonly __typename: 'AvailableAction';
  readonly name: string;
  readonly title: string;
  readonly denial: Denied | null;
  readonly elsewhere: boolean;
  readonly because: string | null;
}

export interface Denied {
  readonly __typename: 'Denied';
  readonly code: DenialCode;
  readonly message: string;
  readonly key: string | null;
  readonly params: unknown;
  readonly fields: readonly FieldProblem[] | null;
  readonly details: unknown;
}

export type DenialCode =
  | 'ALREADY_SIGNED'
  | 'CONFLICT'
  | 'CONTACT_REQUIRED'
  | 'DUPLICATE'
  | 'FORBIDDEN'
  | 'FORBIDDEN_TERM'
  | 'FORM_NOT_READY'
  | 'FORM_RETIRED'
  | 'FORM_TAKES_AWAY'
  | 'INVALID_TRANSITION'
  | 'LIMIT_EXCEEDED'
  | 'LINK_EXPIRED'
  | 'LINK_UNKNOWN'
  | 'LINK_USED'
  | 'NOTIFY_CUSTOMER_FIRST'
  | 'NOT_FOUND'
  | 'NOT_THE_SIGNER'
  | 'POLICY_DENIED'
  | 'RATE_LIMITED'
  | 'REASON_REQUIRED'
  | 'SHOP_SET_BY_OPERATOR'
  | 'SHOP_UNAVAILABLE'
  | 'STEP_NOT_REACHED'
  | 'TRANSFER_NOT_AUTHORISED'
  | 'UNANSWERED_CONVERSATIONS'
  | 'UNAUTHENTICATED'
  | 'UNKNOWN_FIELD'
  | 'VALIDATION_FAILED';

export interface FieldProblem {
  readonly __typename: 'FieldProblem';
  readonly path: string;
  readonly message: string;
  readonly key: string | null;
  readonly params: unknown;
}

export interface ActionsOfRow {
  readonly __typename: 'ActionsOfRow';
  readonly id: string;
  readonly actions: readonly AvailableAction[];
}

export interface Mutation {
  readonly __typename: 'Mutation';
  readonly signIn: SignInPayload;
  readonly signOut: SignOutPayload;
  readonly addStaff: AddStaffPayload;
  readonly inviteStaff: InviteStaffPayload;
  readonly makeAccountLink: MakeAccountLinkPayload;
  readonly redeemAccountLink: RedeemAccountLinkPayload;
  readonly updateStaff: UpdateStaffPayload;
  readonly setStaffPassword: SetStaffPasswordPayload;
  readonly setPresence: SetPresencePayload;
  readonly setAutoReply: SetAutoReplyPayload;
  readonly noteStaffConnection: NoteStaffConnectionPayload;
  readonly setPermissionRoles: SetPermissionRolesPayload;
  readonly createStore: CreateStorePayload;
  readonly updateStore: UpdateStorePayload;
  readonly changeOwnPassword: ChangeOwnPasswordPayload;
  readonly updateOwnProfile: UpdateOwnProfilePayload;
  readonly endOwnSession: EndOwnSessionPayload;
  readonly endOtherSessions: EndOtherSessionsPayload;
  readonly endStaffSessions: EndStaffSessionsPayload;
  readonly noteSessionUse: NoteSessionUsePayload;
  readonly setOnboardingGate: SetOnboardingGatePayload;
  readonly recordOnboarding: RecordOnboardingPayload;
  readonly updateCustomer: UpdateCustomerPayload;
  readonly revealContact: RevealContactPayload;
  readonly addIdentityKey: AddIdentityKeyPayload;
  readonly revokeIdentityKey: RevokeIdentityKeyPayload;
  readonly endCustomerSessions: EndCustomerSessionsPayload;
  readonly decideOutgoingCall: DecideOutgoingCallPayload;
  readonly createForm: CreateFormPayload;
  readonly editFormDraft: EditFormDraftPayload;
  readonly beginFormDraft: BeginFormDraftPayload;
  readonly discardFormDraft: DiscardFormDraftPayload;
  readonly publishForm: PublishFormPayload;
  readonly retireForm: RetireFormPayload;
  readonly reuseForm: ReuseFormPayload;
  readonly openFormRecord: OpenFormRecordPayload;
  readonly saveFormRecord: SaveFormRecordPayload;
  readonly finishFormStep: FinishFormStepPayload;
  readonly submitFormRecord: SubmitFormRecordPayload;
  readonly signFormRecord: SignFormRecordPayload;
  readonly reopenFormRecord: ReopenFormRecordPayload;
  readonly cancelFormRecord: CancelFormRecordPayload;
  readonly moveFormRecord: MoveFormRecordPayload;
  readonly addFormFile: AddFormFilePayload;
  readonly acknowledgeNotice: AcknowledgeNoticePayload;
  readonly seeNotice: SeeNoticePayload;
  readonly sendNotice: SendNoticePayload;
  readonly setNoticePolicy: SetNoticePolicyPayload;
  readonly setNoticePreference: SetNoticePreferencePayload;
  readonly recountDay: RecountDayPayload;
  readonly fixFigure: FixFigurePayload;
  readonly createTeam: CreateTeamPayload;
  readonly tellTeam: TellTeamPayload;
  readonly updateTeam: UpdateTeamPayload;
  readonly setTeamLead: SetTeamLeadPayload;
  readonly addTeamMembers: AddTeamMembersPayload;
  readonly removeTeamMembers: RemoveTeamMembersPayload;
  readonly setStaffTeams: SetStaffTeamsPayload;
  readonly closeTeam: CloseTeamPayload;
  readonly reopenTeam: ReopenTeamPayload;
  readonly createDepartment: CreateDepartmentPayload;
  readonly updateDepartment: UpdateDepartmentPayload;
  readonly setDepartmentLead: SetDepartmentLeadPayload;
  readonly setStaffDepartment: SetStaffDepartmentPayload;
  readonly createPost: CreatePostPayload;
  readonly updatePost: UpdatePostPayload;
  readonly givePost: GivePostPayload;
  readonly acknowledgeDuties: AcknowledgeDutiesPayload;
  readonly createFunction: CreateFunctionPayload;
  readonly updateFunction: UpdateFunctionPayload;
  readonly takeModel: TakeModelPayload;
  readonly createFlow: CreateFlowPayload;
  readonly saveFlowDraft: SaveFlowDraftPayload;
  readonly discardFlowDraft: DiscardFlowDraftPayload;
  readonly publishFlow: PublishFlowPayload;
  readonly recordConsent: RecordConsentPayload;
  readonly stopOutreach: StopOutreachPayload;
  readonly setOutreachPolicy: SetOutreachPolicyPayload;
  readonly draftPolicy: DraftPolicyPayload;
  readonly editPolicyDraft: EditPolicyDraftPayload;
  readonly submitPolicy: SubmitPolicyPayload;
  readonly approvePolicy: ApprovePolicyPayload;
  readonly sendBackPolicy: SendBackPolicyPayload;
  readonly schedulePolicy: SchedulePolicyPayload;
  readonly retirePolicy: RetirePolicyPayload;
  readonly startPolicyReplay: StartPolicyReplayPayload;
  readonly cancelPolicyReplay: CancelPolicyReplayPayload;
  readonly setProductTerms: SetProductTermsPayload;
  readonly recordPurchaseConfirmation: RecordPurchaseConfirmationPayload;
  readonly saveView: SaveViewPayload;
  readonly removeView: RemoveViewPayload;
  readonly addWorkFile: AddWorkFilePayload;
  readonly requestHuman: RequestHumanPayload;
  readonly startService: StartServicePayload;
  readonly leaveMessage: LeaveMessagePayload;
  readonly takeConversation: TakeConversationPayload;
  readonly assignConversation: AssignConversationPayload;
  readonly requestTransfer: RequestTransferPayload;
  readonly approveTransfer: ApproveTransferPayload;
  readonly acceptTransfer: AcceptTransferPayload;
  readonly declineTransfer: DeclineTransferPayload;
  readonly sendMessage: SendMessagePayload;
  readonly addNote: AddNotePayload;
  readonly setTyping: SetTypingPayload;
  readonly setViewing: SetViewingPayload;
  readonly markDelivered: MarkDeliveredPayload;
  readonly markRead: MarkReadPayload;
  readonly addAttachment: AddAttachmentPayload;
  readonly holdConversation: HoldConversationPayload;
  readonly releaseHold: ReleaseHoldPayload;
  readonly closeConversation: CloseConversationPayload;
  readonly recordCustomerTold: RecordCustomerToldPayload;
  readonly setCustomerNoticePolicy: SetCustomerNoticePolicyPayload;
  readonly setForbiddenTerm: SetForbiddenTermPayload;
  readonly resetForbiddenTerm: ResetForbiddenTermPayload;
  readonly addSafeContact: AddSafeContactPayload;
  readonly removeSafeContact: RemoveSafeContactPayload;
  readonly importTerms: ImportTermsPayload;
  readonly createRule: CreateRulePayload;
  readonly editRule: EditRulePayload;
  readonly placeRule: PlaceRulePayload;
  readonly publishRule: PublishRulePayload;
  readonly pauseRule: PauseRulePayload;
  readonly resumeRule: ResumeRulePayload;
  readonly retireRule: RetireRulePayload;
  readonly createScript: CreateScriptPayload;
  readonly updateScript: UpdateScriptPayload;
  readonly publishScript: PublishScriptPayload;
  readonly archiveScript: ArchiveScriptPayload;
  readonly noteScriptUse: NoteScriptUsePayload;
  readonly allowSeenOrigin: AllowSeenOriginPayload;
  readonly keepSetupStep: KeepSetupStepPayload;
  readonly dismissSetup: DismissSetupPayload;
  readonly connectShop: ConnectShopPayload;
  readonly disconnectShop: DisconnectShopPayload;
  readonly testShop: TestShopPayload;
  readonly createTask: CreateTaskPayload;
  readonly startTask: StartTaskPayload;
  readonly finishTask: FinishTaskPayload;
  readonly snoozeTask: SnoozeTaskPayload;
  readonly skipTask: SkipTaskPayload;
  readonly returnTask: ReturnTaskPayload;
  readonly cancelTask: CancelTaskPayload;
  readonly takeTask: TakeTaskPayload;
  readonly assignTask: AssignTaskPayload;
  readonly noteTask: NoteTaskPayload;
  readonly createTicket: CreateTicketPayload;
  readonly ticketFromConversation: TicketFromConversationPayload;
  readonly acceptTicket: AcceptTicketPayload;
  readonly splitTicket: SplitTicketPayload;
  readonly mergeTicket: MergeTicketPayload;
  readonly moveTicketUp: MoveTicketUpPayload;
  readonly sleepTicket: SleepTicketPayload;
  readonly wakeTicket: WakeTicketPayload;
  readonly sleepConversation: SleepConversationPayload;
  readonly wakeConversation: WakeConversationPayload;
  readonly answerTicket: AnswerTicketPayload;
  readonly answerTicketDepartment: AnswerTicketDepartmentPayload;
  readonly askTicketCustomer: AskTicketCustomerPayload;
  readonly askTicketDepartment: AskTicketDepartmentPayload;
  readonly assignTicket: AssignTicketPayload;
  readonly cancelTicket: CancelTicketPayload;
  readonly confirmTicket: ConfirmTicketPayload;
  readonly finishTicketStep: FinishTicketStepPayload;
  readonly lowerTicket: LowerTicketPayload;
  readonly noteTicket: NoteTicketPayload;
  readonly raiseTicket: RaiseTicketPayload;
  readonly reopenTicket: ReopenTicketPayload;
  readonly resolveTicket: ResolveTicketPayload;
  readonly takeTicket: TakeTicketPayload;
  readonly correctReading: CorrectReadingPayload;
  readonly setRoutingPolicy: SetRoutingPolicyPayload;
  readonly startPeakMode: StartPeakModePayload;
  readonly endPeakMode: EndPeakModePayload;
  readonly requestHelp: RequestHelpPayload;
  readonly lendAgent: LendAgentPayload;
  readonly takeBackAgent: TakeBackAgentPayload;
  readonly stayOnline: StayOnlinePayload;
  readonly setSlaPolicy: SetSlaPolicyPayload;
  readonly resetSlaPolicy: ResetSlaPolicyPayload;
  readonly escalateConversation: EscalateConversationPayload;
  readonly acceptEscalation: AcceptEscalationPayload;
  readonly declineEscalation: DeclineEscalationPayload;
  readonly lowerEscalation: LowerEscalationPayload;
  readonly planShift: PlanShiftPayload;
  readonly updateShift: UpdateShiftPayload;
  readonly removeShift: RemoveShiftPayload;
  readonly publishShifts: PublishShiftsPayload;
  readonly requestShiftSwap: RequestShiftSwapPayload;
  readonly approveShiftSwap: ApproveShiftSwapPayload;
  readonly declineShiftSwap: DeclineShiftSwapPayload;
  readonly checkInShift: CheckInShiftPayload;
  readonly markShiftAbsent: MarkShiftAbsentPayload;
  readonly startHandover: StartHandoverPayload;
  readonly endShift: EndShiftPayload;
  readonly editHandover: EditHandoverPayload;
  readonly refreshHandover: RefreshHandoverPayload;
  readonly submitHandover: SubmitHandoverPayload;
  readonly acknowledgeHandover: AcknowledgeHandoverPayload;
  readonly setHandoverItem: SetHandoverItemPayload;
  readonly requestOrderChange: RequestOrderChangePayload;
  readonly changeDefaultAddress: ChangeDefaultAddressPayload;
  readonly rejectOrderChange: RejectOrderChangePayload;
  readonly finishOrderChange: FinishOrderChangePayload;
  readonly takeOrderRequest: TakeOrderRequestPayload;
  readonly addOrderRemark: AddOrderRemarkPayload;
  readonly acknowledgeOrderRemark: AcknowledgeOrderRemarkPayload;
  readonly watchOrder: WatchOrderPayload;
  readonly unwatchOrder: UnwatchOrderPayload;
  readonly submitCase: SubmitCasePayload;
  readonly takeUpCase: TakeUpCasePayload;
  readonly recordApology: RecordApologyPayload;
  readonly offerSolution: OfferSolutionPayload;
  readonly setRefundAmount: SetRefundAmountPayload;
  readonly approveCase: ApproveCasePayload;
  readonly rejectCase: RejectCasePayload;
  readonly withdrawCase: WithdrawCasePayload;
  readonly proceedCase: ProceedCasePayload;
  readonly shipReturn: ShipReturnPayload;
  readonly noteFirstScan: NoteFirstScanPayload;
  readonly receiveReturn: ReceiveReturnPayload;
  readonly inspectReturn: InspectReturnPayload;
  readonly acceptInspection: AcceptInspectionPayload;
  readonly refuseReturn: RefuseReturnPayload;
  readonly settleReturn: SettleReturnPayload;
  readonly noteReplacement: NoteReplacementPayload;
  readonly completeCase: CompleteCasePayload;
  readonly exchangeRepair: ExchangeRepairPayload;
  readonly confirmRefund: ConfirmRefundPayload;
  readonly retryRefund: RetryRefundPayload;
  readonly openCaseDispute: OpenCaseDisputePayload;
  readonly decideCaseDispute: DecideCaseDisputePayload;
  readonly recordCause: RecordCausePayload;
  readonly archiveCase: ArchiveCasePayload;
  readonly reopenCase: ReopenCasePayload;
  readonly addCasePhoto: AddCasePhotoPayload;
  readonly setReturnAddress: SetReturnAddressPayload;
  readonly recordShippedUnits: RecordShippedUnitsPayload;
  readonly noteReturnsMeasure: NoteReturnsMeasurePayload;
  readonly acceptSolution: AcceptSolutionPayload;
  readonly acknowledgeComplaint: AcknowledgeComplaintPayload;
  readonly answerComplaintTask: AnswerComplaintTaskPayload;
  readonly assignComplaint: AssignComplaintPayload;
  readonly closeComplaint: CloseComplaintPayload;
  readonly editComplaint: EditComplaintPayload;
  readonly escalateComplaint: EscalateComplaintPayload;
  readonly executeSolution: ExecuteSolutionPayload;
  readonly investigateComplaint: InvestigateComplaintPayload;
  readonly noteComplaint: NoteComplaintPayload;
  readonly notePlatformCase: NotePlatformCasePayload;
  readonly proposeSolution: ProposeSolutionPayload;
  readonly refuseSolution: RefuseSolutionPayload;
  readonly registerComplaint: RegisterComplaintPayload;
  readonly reopenComplaint: ReopenComplaintPayload;
  readonly resolveComplaint: ResolveComplaintPayload;
  readonly revisitComplaint: RevisitComplaintPayload;
  readonly takeComplaint: TakeComplaintPayload;
  readonly tellOutcome: TellOutcomePayload;
  readonly withdrawComplaint: WithdrawComplaintPayload;
  readonly createArticle: CreateArticlePayload;
  readonly updateArticle: UpdateArticlePayload;
  readonly submitArticle: SubmitArticlePayload;
  readonly publishArticle: PublishArticlePayload;
  readonly sendBackArticle: SendBackArticlePayload;
  readonly requestArticleUpdate: RequestArticleUpdatePayload;
  readonly archiveArticle: ArchiveArticlePayload;
  readonly noteArticleUse: NoteArticleUsePayload;
  readonly importArticles: ImportArticlesPayload;
  readonly reportKnowledgeGap: ReportKnowledgeGapPayload;
  readonly assignKnowledgeGap: AssignKnowledgeGapPayload;
  readonly answerKnowledgeGap: AnswerKnowledgeGapPayload;
  readonly dismissKnowledgeGap: DismissKnowledgeGapPayload;
  readonly requireReading: RequireReadingPayload;
  readonly acknowledgeArticle: AcknowledgeArticlePayload;
  readonly setProductKnowledge: SetProductKnowledgePayload;
  readonly noteKnowledgeSearch: NoteKnowledgeSearchPayload;
  readonly settleBotDraft: SettleBotDraftPayload;
  readonly takeOverFromBot: TakeOverFromBotPayload;
  readonly setStoreBot: SetStoreBotPayload;
  readonly createMacro: CreateMacroPayload;
  readonly updateMacro: UpdateMacroPayload;
  readonly archiveMacro: ArchiveMacroPayload;
  readonly noteMacroUse: NoteMacroUsePayload;
  readonly addShopEventKey: AddShopEventKeyPayload;
  readonly revokeShopEventKey: RevokeShopEventKeyPayload;
  readonly performAction: PerformActionPayload;
}

export interface SignInPayload {
  readonly __typename: 'SignInPayload';
  readonly signedIn: SignedIn | null;
  readonly denied: Denied | null;
}

export interface SignedIn {
  readonly __typename: 'SignedIn';
  readonly token: string;
  readonly userId: string;
  readonly name: string;
  readonly expiresAt: string;
  readonly failedBefore: number;
}

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly newPassword?: string | null;
  readonly device?: string | null;
  readonly company?: string | null;
}

export interface SignOutPayload {
  readonly __typename: 'SignOutPayload';
  readonly signedOut: SignedOut | null;
  readonly denied: Denied | null;
}

export interface SignedOut {
  readonly __typename: 'SignedOut';
  readonly ok: boolean;
}

export interface AddStaffPayload {
  readonly __typename: 'AddStaffPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface AddStaffInput {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly storeIds?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  readonly capacity?: number | null;
  readonly autoReplyText?: string | null;
  readonly mayServe?: boolean | null;
  readonly agentNo: string;
  readonly password: string;
}

export interface InviteStaffPayload {
  readonly __typename: 'InviteStaffPayload';
  readonly madeAccountLink: MadeAccountLink | null;
  readonly denied: Denied | null;
}

export interface MadeAccountLink {
  readonly __typename: 'MadeAccountLink';
  readonly userId: string;
  readonly name: string;
  readonly kind: AccountLinkKind;
  readonly token: string;
  readonly expiresAt: string;
}

export interface InviteStaffInput {
  readonly name: string;
  readonly email: string;
  readonly roles?: readonly Role[] | null;
  readonly storeIds?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  readonly capacity?: number | null;
  readonly autoReplyText?: string | null;
  readonly mayServe?: boolean | null;
  readonly agentNo?: string | null;
  readonly preset?: StaffPreset | null;
}

export type StaffPreset = 'AGENT' | 'LEAD' | 'MANAGER' | 'OWNER';

export interface MakeAccountLinkPayload {
  readonly __typename: 'MakeAccountLinkPayload';
  readonly madeAccountLink: MadeAccountLink | null;
  readonly denied: Denied | null;
}

export interface MakeAccountLinkInput {
  readonly id: string;
}

export interface RedeemAccountLinkPayload {
  readonly __typename: 'RedeemAccountLinkPayload';
  readonly signedIn: SignedIn | null;
  readonly denied: Denied | null;
}

export interface RedeemAccountLinkInput {
  readonly token: string;
  readonly password: string;
  readonly name?: string | null;
  readonly languages?: readonly string[] | null;
  readonly device?: string | null;
}

export interface UpdateStaffPayload {
  readonly __typename: 'UpdateStaffPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface UpdateStaffInput {
  readonly id: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly storeIds?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  readonly capacity?: number | null;
  readonly autoReplyText?: string | null;
  readonly mayServe?: boolean | null;
  readonly active?: boolean | null;
  readonly reason?: string | null;
}

export interface SetStaffPasswordPayload {
  readonly __typename: 'SetStaffPasswordPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetStaffPasswordInput {
  readonly id: string;
  readonly password: string;
}

export interface SetPresencePayload {
  readonly __typename: 'SetPresencePayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetPresenceInput {
  readonly id: string;
  readonly presence: Presence;
  readonly reason?: string | null;
}

export interface SetAutoReplyPayload {
  readonly __typename: 'SetAutoReplyPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetAutoReplyInput {
  readonly text: string;
}

export interface NoteStaffConnectionPayload {
  readonly __typename: 'NoteStaffConnectionPayload';
  readonly connectionNoted: ConnectionNoted | null;
  readonly denied: Denied | null;
}

export interface ConnectionNoted {
  readonly __typename: 'ConnectionNoted';
  readonly ok: boolean;
}

export interface NoteStaffConnectionInput {
  readonly connected: boolean;
}

export interface SetPermissionRolesPayload {
  readonly __typename: 'SetPermissionRolesPayload';
  readonly tenant: Tenant | null;
  readonly denied: Denied | null;
}

export interface SetPermissionRolesInput {
  readonly permission: string;
  readonly roles: readonly Role[];
}

export interface CreateStorePayload {
  readonly __typename: 'CreateStorePayload';
  readonly store: Store | null;
  readonly denied: Denied | null;
}

export interface CreateStoreInput {
  readonly name: string;
  readonly timeZone?: string | null;
  readonly locale?: string | null;
  readonly currency?: string | null;
  readonly profile?: StoreProfile | null;
  readonly policyPack?: string | null;
  readonly region?: StoreRegion | null;
  readonly country?: string | null;
  readonly serviceHours?: readonly ServiceHoursInput[] | null;
  readonly officeHours?: readonly ServiceHoursInput[] | null;
  readonly calendar?: readonly CalendarDayInput[] | null;
  readonly allowedOrigins?: readonly string[] | null;
  readonly look?: WidgetLookInput | null;
  readonly identityIssuer?: string | null;
  readonly key: string;
}

export interface ServiceHoursInput {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface CalendarDayInput {
  readonly date: string;
  readonly kind: CalendarDayKind;
  readonly name: LocalTextInput;
  readonly hours: readonly DayHoursInput[];
}

export interface LocalTextInput {
  readonly zh: string;
  readonly en: string;
}

export interface DayHoursInput {
  readonly from: string;
  readonly to: string;
}

export interface WidgetLookInput {
  readonly colour: string;
  readonly position: WidgetLookPosition;
  readonly title: LocalTextInput;
  readonly greeting: LocalTextInput;
  readonly offlineText: LocalTextInput;
}

export interface UpdateStorePayload {
  readonly __typename: 'UpdateStorePayload';
  readonly store: Store | null;
  readonly denied: Denied | null;
}

export interface UpdateStoreInput {
  readonly id: string;
  readonly name?: string | null;
  readonly timeZone?: string | null;
  readonly locale?: string | null;
  readonly currency?: string | null;
  readonly profile?: StoreProfile | null;
  readonly policyPack?: string | null;
  readonly region?: StoreRegion | null;
  readonly country?: string | null;
  readonly serviceHours?: readonly ServiceHoursInput[] | null;
  readonly officeHours?: readonly ServiceHoursInput[] | null;
  readonly calendar?: readonly CalendarDayInput[] | null;
  readonly allowedOrigins?: readonly string[] | null;
  readonly look?: WidgetLookInput | null;
  readonly identityIssuer?: string | null;
}

export interface ChangeOwnPasswordPayload {
  readonly __typename: 'ChangeOwnPasswordPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface ChangeOwnPasswordInput {
  readonly oldPassword: string;
  readonly newPassword: string;
}

export interface UpdateOwnProfilePayload {
  readonly __typename: 'UpdateOwnProfilePayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface UpdateOwnProfileInput {
  readonly name?: string | null;
  readonly languages?: readonly string[] | null;
}

export interface EndOwnSessionPayload {
  readonly __typename: 'EndOwnSessionPayload';
  readonly sessionsEnded: SessionsEnded | null;
  readonly denied: Denied | null;
}

export interface SessionsEnded {
  readonly __typename: 'SessionsEnded';
  readonly ended: number;
}

export interface EndOwnSessionInput {
  readonly id: string;
}

export interface EndOtherSessionsPayload {
  readonly __typename: 'EndOtherSessionsPayload';
  readonly sessionsEnded: SessionsEnded | null;
  readonly denied: Denied | null;
}

export interface EndStaffSessionsPayload {
  readonly __typename: 'EndStaffSessionsPayload';
  readonly sessionsEnded: SessionsEnded | null;
  readonly denied: Denied | null;
}

export interface EndStaffSessionsInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface NoteSessionUsePayload {
  readonly __typename: 'NoteSessionUsePayload';
  readonly sessionUseNoted: SessionUseNoted | null;
  readonly denied: Denied | null;
}

export interface SessionUseNoted {
  readonly __typename: 'SessionUseNoted';
  readonly ok: boolean;
}

export interface SetOnboardingGatePayload {
  readonly __typename: 'SetOnboardingGatePayload';
  readonly tenant: Tenant | null;
  readonly denied: Denied | null;
}

export interface SetOnboardingGateInput {
  readonly on: boolean;
}

export interface RecordOnboardingPayload {
  readonly __typename: 'RecordOnboardingPayload';
  readonly onboardingRecord: OnboardingRecord | null;
  readonly denied: Denied | null;
}

export interface RecordOnboardingInput {
  readonly id: string;
  readonly exam?: number | null;
  readonly simulation?: number | null;
  readonly typingPerMinute?: number | null;
  readonly typingAccuracy?: number | null;
  readonly supervisedShifts?: number | null;
}

export interface UpdateCustomerPayload {
  readonly __typename: 'UpdateCustomerPayload';
  readonly customer: Customer | null;
  readonly denied: Denied | null;
}

export interface UpdateCustomerInput {
  readonly id: string;
  readonly name?: string | null;
  readonly nick?: string | null;
  readonly tags?: readonly string[] | null;
  readonly tier?: string | null;
  readonly styleTag?: string | null;
  readonly riskNote?: string | null;
}

export interface RevealContactPayload {
  readonly __typename: 'RevealContactPayload';
  readonly revealedContact: RevealedContact | null;
  readonly denied: Denied | null;
}

export interface RevealedContact {
  readonly __typename: 'RevealedContact';
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherEmails: readonly string[];
}

export interface RevealContactInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface AddIdentityKeyPayload {
  readonly __typename: 'AddIdentityKeyPayload';
  readonly identityKey: IdentityKey | null;
  readonly denied: Denied | null;
}

export interface AddIdentityKeyInput {
  readonly storeId: string;
  readonly kid: string;
  readonly algorithm: IdentityKeyAlgorithm;
  readonly material: string;
}

export interface RevokeIdentityKeyPayload {
  readonly __typename: 'RevokeIdentityKeyPayload';
  readonly identityKey: IdentityKey | null;
  readonly denied: Denied | null;
}

export interface RevokeIdentityKeyInput {
  readonly id: string;
}

export interface EndCustomerSessionsPayload {
  readonly __typename: 'EndCustomerSessionsPayload';
  readonly shopperSessionsEnded: ShopperSessionsEnded | null;
  readonly denied: Denied | null;
}

export interface ShopperSessionsEnded {
  readonly __typename: 'ShopperSessionsEnded';
  readonly ended: number;
}

export interface EndCustomerSessionsInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface DecideOutgoingCallPayload {
  readonly __typename: 'DecideOutgoingCallPayload';
  readonly effect: Effect | null;
  readonly denied: Denied | null;
}

export interface DecideOutgoingCallInput {
  readonly id: string;
  readonly decision: EffectDecision;
  readonly reason?: string | null;
}

export type EffectDecision = 'ARRIVED' | 'AGAIN' | 'GIVE_UP';

export interface CreateFormPayload {
  readonly __typename: 'CreateFormPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface CreateFormInput {
  readonly code: string;
  readonly title: LocalTextInput;
  readonly copyOf?: string | null;
  readonly subjects?: readonly FormSubject[] | null;
  readonly confidential?: boolean | null;
}

export interface EditFormDraftPayload {
  readonly __typename: 'EditFormDraftPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface EditFormDraftInput {
  readonly id: string;
  readonly draft?: unknown;
  readonly subjects?: readonly FormSubject[] | null;
  readonly confidential?: boolean | null;
}

export interface BeginFormDraftPayload {
  readonly __typename: 'BeginFormDraftPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface BeginFormDraftInput {
  readonly id: string;
}

export interface DiscardFormDraftPayload {
  readonly __typename: 'DiscardFormDraftPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface DiscardFormDraftInput {
  readonly id: string;
}

export interface PublishFormPayload {
  readonly __typename: 'PublishFormPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface PublishFormInput {
  readonly id: string;
  readonly fingerprint?: string | null;
  readonly note?: string | null;
}

export interface RetireFormPayload {
  readonly __typename: 'RetireFormPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface RetireFormInput {
  readonly id: string;
}

export interface ReuseFormPayload {
  readonly __typename: 'ReuseFormPayload';
  readonly form: Form | null;
  readonly denied: Denied | null;
}

export interface ReuseFormInput {
  readonly id: string;
}

export interface OpenFormRecordPayload {
  readonly __typename: 'OpenFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface OpenFormRecordInput {
  readonly formId?: string | null;
  readonly code?: string | null;
  readonly storeId: string;
  readonly subjectKind?: FormSubject | null;
  readonly subjectId?: string | null;
  readonly values?: unknown;
}

export interface SaveFormRecordPayload {
  readonly __typename: 'SaveFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface SaveFormRecordInput {
  readonly id: string;
  readonly values: unknown;
}

export interface FinishFormStepPayload {
  readonly __typename: 'FinishFormStepPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface FinishFormStepInput {
  readonly id: string;
  readonly step: string;
  readonly values?: unknown;
}

export interface SubmitFormRecordPayload {
  readonly __typename: 'SubmitFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface SubmitFormRecordInput {
  readonly id: string;
  readonly values?: unknown;
}

export interface SignFormRecordPayload {
  readonly __typename: 'SignFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface SignFormRecordInput {
  readonly id: string;
  readonly fieldId: string;
}

export interface ReopenFormRecordPayload {
  readonly __typename: 'ReopenFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface ReopenFormRecordInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface CancelFormRecordPayload {
  readonly __typename: 'CancelFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface CancelFormRecordInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface MoveFormRecordPayload {
  readonly __typename: 'MoveFormRecordPayload';
  readonly formRecord: FormRecord | null;
  readonly denied: Denied | null;
}

export interface MoveFormRecordInput {
  readonly id: string;
  readonly fingerprint: string;
}

export interface AddFormFilePayload {
  readonly __typename: 'AddFormFilePayload';
  readonly formFile: FormFile | null;
  readonly denied: Denied | null;
}

export interface AddFormFileInput {
  readonly recordId: string;
  readonly blobKey: string;
  readonly name: string;
}

export interface AcknowledgeNoticePayload {
  readonly __typename: 'AcknowledgeNoticePayload';
  readonly notice: Notice | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeNoticeInput {
  readonly id: string;
}

export interface SeeNoticePayload {
  readonly __typename: 'SeeNoticePayload';
  readonly notice: Notice | null;
  readonly denied: Denied | null;
}

export interface SeeNoticeInput {
  readonly id: string;
}

export interface SendNoticePayload {
  readonly __typename: 'SendNoticePayload';
  readonly notice: Notice | null;
  readonly denied: Denied | null;
}

export interface SendNoticeInput {
  readonly storeId?: string | null;
  readonly title: string;
  readonly note?: string | null;
  readonly toUserIds?: readonly string[] | null;
  readonly toRoles?: readonly Role[] | null;
}

export interface SetNoticePolicyPayload {
  readonly __typename: 'SetNoticePolicyPayload';
  readonly noticePolicy: NoticePolicy | null;
  readonly denied: Denied | null;
}

export interface SetNoticePolicyInput {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly on?: boolean | null;
  readonly perDay?: number | null;
}

export interface SetNoticePreferencePayload {
  readonly __typename: 'SetNoticePreferencePayload';
  readonly noticePreference: NoticePreference | null;
  readonly denied: Denied | null;
}

export interface SetNoticePreferenceInput {
  readonly kind: NoticeKind;
  readonly on: boolean;
}

export interface RecountDayPayload {
  readonly __typename: 'RecountDayPayload';
  readonly figureRecount: FigureRecount | null;
  readonly denied: Denied | null;
}

export interface RecountDayInput {
  readonly metric: string;
  readonly storeId: string;
  readonly day: string;
}

export interface FixFigurePayload {
  readonly __typename: 'FixFigurePayload';
  readonly frozenFigure: FrozenFigure | null;
  readonly denied: Denied | null;
}

export interface FixFigureInput {
  readonly metric: MetricCode;
  readonly storeId?: string | null;
  readonly agentId?: string | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface CreateTeamPayload {
  readonly __typename: 'CreateTeamPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface CreateTeamInput {
  readonly name: LocalTextInput;
  readonly kind: TeamKind;
  readonly function?: TeamFunction | null;
  readonly joins?: readonly Role[] | null;
  readonly code: string;
  readonly departmentId?: string | null;
}

export interface TellTeamPayload {
  readonly __typename: 'TellTeamPayload';
  readonly notice: Notice | null;
  readonly denied: Denied | null;
}

export interface TellTeamInput {
  readonly id: string;
  readonly title: string;
  readonly note?: string | null;
  readonly leadOnly?: boolean | null;
}

export interface UpdateTeamPayload {
  readonly __typename: 'UpdateTeamPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface UpdateTeamInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly kind?: TeamKind | null;
  readonly function?: TeamFunction | null;
  readonly joins?: readonly Role[] | null;
  readonly departmentId?: string | null;
  readonly escalatesToId?: string | null;
}

export interface SetTeamLeadPayload {
  readonly __typename: 'SetTeamLeadPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface SetTeamLeadInput {
  readonly id: string;
  readonly userId?: string | null;
}

export interface AddTeamMembersPayload {
  readonly __typename: 'AddTeamMembersPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface AddTeamMembersInput {
  readonly id: string;
  readonly userIds: readonly string[];
}

export interface RemoveTeamMembersPayload {
  readonly __typename: 'RemoveTeamMembersPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface RemoveTeamMembersInput {
  readonly id: string;
  readonly userIds: readonly string[];
}

export interface SetStaffTeamsPayload {
  readonly __typename: 'SetStaffTeamsPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetStaffTeamsInput {
  readonly id: string;
  readonly teams: readonly string[];
}

export interface CloseTeamPayload {
  readonly __typename: 'CloseTeamPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface CloseTeamInput {
  readonly id: string;
  readonly moveTo?: string | null;
  readonly reason?: string | null;
}

export interface ReopenTeamPayload {
  readonly __typename: 'ReopenTeamPayload';
  readonly team: Team | null;
  readonly denied: Denied | null;
}

export interface ReopenTeamInput {
  readonly id: string;
}

export interface CreateDepartmentPayload {
  readonly __typename: 'CreateDepartmentPayload';
  readonly department: Department | null;
  readonly denied: Denied | null;
}

export interface CreateDepartmentInput {
  readonly name: LocalTextInput;
  readonly parentId?: string | null;
  readonly headedBy?: Role | null;
  readonly code: string;
}

export interface UpdateDepartmentPayload {
  readonly __typename: 'UpdateDepartmentPayload';
  readonly department: Department | null;
  readonly denied: Denied | null;
}

export interface UpdateDepartmentInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly parentId?: string | null;
  readonly headedBy?: Role | null;
  readonly active?: boolean | null;
}

export interface SetDepartmentLeadPayload {
  readonly __typename: 'SetDepartmentLeadPayload';
  readonly department: Department | null;
  readonly denied: Denied | null;
}

export interface SetDepartmentLeadInput {
  readonly id: string;
  readonly userId?: string | null;
}

export interface SetStaffDepartmentPayload {
  readonly __typename: 'SetStaffDepartmentPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetStaffDepartmentInput {
  readonly id: string;
  readonly departmentId?: string | null;
  readonly reportsToId?: string | null;
}

export interface CreatePostPayload {
  readonly __typename: 'CreatePostPayload';
  readonly post: Post | null;
  readonly denied: Denied | null;
}

export interface CreatePostInput {
  readonly name: LocalTextInput;
  readonly roles: readonly Role[];
  readonly modes?: readonly TalkMode[] | null;
  readonly homePath: string;
  readonly duties?: readonly LocalTextInput[] | null;
  readonly code: string;
}

export interface UpdatePostPayload {
  readonly __typename: 'UpdatePostPayload';
  readonly post: Post | null;
  readonly denied: Denied | null;
}

export interface UpdatePostInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly roles?: readonly Role[] | null;
  readonly modes?: readonly TalkMode[] | null;
  readonly homePath?: string | null;
  readonly duties?: readonly LocalTextInput[] | null;
  readonly active?: boolean | null;
}

export interface GivePostPayload {
  readonly __typename: 'GivePostPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface GivePostInput {
  readonly id: string;
  readonly postId?: string | null;
}

export interface AcknowledgeDutiesPayload {
  readonly __typename: 'AcknowledgeDutiesPayload';
  readonly dutyAcknowledgement: DutyAcknowledgement | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeDutiesInput {
  readonly id: string;
}

export interface CreateFunctionPayload {
  readonly __typename: 'CreateFunctionPayload';
  readonly businessFunction: BusinessFunction | null;
  readonly denied: Denied | null;
}

export interface CreateFunctionInput {
  readonly name: LocalTextInput;
  readonly parts: LocalTextInput;
  readonly output: LocalTextInput;
  readonly ownerRoles?: readonly Role[] | null;
  readonly ownerId?: string | null;
  readonly code: string;
}

export interface UpdateFunctionPayload {
  readonly __typename: 'UpdateFunctionPayload';
  readonly businessFunction: BusinessFunction | null;
  readonly denied: Denied | null;
}

export interface UpdateFunctionInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly parts?: LocalTextInput | null;
  readonly output?: LocalTextInput | null;
  readonly ownerRoles?: readonly Role[] | null;
  readonly ownerId?: string | null;
  readonly active?: boolean | null;
}

export interface TakeModelPayload {
  readonly __typename: 'TakeModelPayload';
  readonly organisationChoice: OrganisationChoice | null;
  readonly denied: Denied | null;
}

export interface TakeModelInput {
  readonly model: OrganisationModel;
  readonly fingerprint?: string | null;
}

export interface CreateFlowPayload {
  readonly __typename: 'CreateFlowPayload';
  readonly flowDefinition: FlowDefinition | null;
  readonly denied: Denied | null;
}

export interface CreateFlowInput {
  readonly code: string;
  readonly name: LocalTextInput;
}

export interface SaveFlowDraftPayload {
  readonly __typename: 'SaveFlowDraftPayload';
  readonly flowDefinition: FlowDefinition | null;
  readonly denied: Denied | null;
}

export interface SaveFlowDraftInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly nodes: readonly FlowNodeInput[];
  readonly starts: readonly FlowStartInput[];
}

export interface FlowNodeInput {
  readonly code: string;
  readonly name: LocalTextInput;
  readonly does: LocalTextInput;
  readonly owners: readonly FlowOwnerInput[];
  readonly clock?: FlowClockInput | null;
  readonly output: LocalTextInput;
  readonly checkpoints: readonly FlowCheckpoint[];
  readonly next: readonly string[];
}

export interface FlowOwnerInput {
  readonly kind: FlowOwnerKind;
  readonly code: string;
}

export interface FlowClockInput {
  readonly kind: FlowClockKind;
  readonly minutes?: number | null;
}

export interface FlowStartInput {
  readonly intent: TicketIntent;
  readonly node: string;
}

export interface DiscardFlowDraftPayload {
  readonly __typename: 'DiscardFlowDraftPayload';
  readonly flowDefinition: FlowDefinition | null;
  readonly denied: Denied | null;
}

export interface DiscardFlowDraftInput {
  readonly id: string;
}

export interface PublishFlowPayload {
  readonly __typename: 'PublishFlowPayload';
  readonly flowDefinition: FlowDefinition | null;
  readonly denied: Denied | null;
}

export interface PublishFlowInput {
  readonly id: string;
  readonly note?: string | null;
}

export interface RecordConsentPayload {
  readonly __typename: 'RecordConsentPayload';
  readonly consentEvent: ConsentEvent | null;
  readonly denied: Denied | null;
}

export interface RecordConsentInput {
  readonly id: string;
  readonly purpose: Purpose;
  readonly channel?: OutreachChannel | null;
  readonly given: boolean;
  readonly source?: RecordedConsentSource | null;
  readonly proof?: string | null;
  readonly textVersion?: string | null;
}

export type RecordedConsentSource = 'STAFF' | 'IMPORT';

export interface StopOutreachPayload {
  readonly __typename: 'StopOutreachPayload';
  readonly outreachStopped: OutreachStopped | null;
  readonly denied: Denied | null;
}

export interface OutreachStopped {
  readonly __typename: 'OutreachStopped';
  readonly stopped: boolean;
}

export interface StopOutreachInput {
  readonly token: string;
}

export interface SetOutreachPolicyPayload {
  readonly __typename: 'SetOutreachPolicyPayload';
  readonly outreachPolicy: OutreachPolicy | null;
  readonly denied: Denied | null;
}

export interface SetOutreachPolicyInput {
  readonly id: string;
  readonly quietFrom?: string | null;
  readonly quietTo?: string | null;
  readonly allowed?: boolean | null;
}

export interface DraftPolicyPayload {
  readonly __typename: 'DraftPolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface DraftPolicyInput {
  readonly storeId?: string | null;
  readonly basedOn?: string | null;
  readonly pack?: unknown;
  readonly note?: string | null;
  readonly kinderForEarlier?: boolean | null;
}

export interface EditPolicyDraftPayload {
  readonly __typename: 'EditPolicyDraftPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface EditPolicyDraftInput {
  readonly id: string;
  readonly pack?: unknown;
  readonly note?: string | null;
  readonly kinderForEarlier?: boolean | null;
}

export interface SubmitPolicyPayload {
  readonly __typename: 'SubmitPolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface SubmitPolicyInput {
  readonly id: string;
}

export interface ApprovePolicyPayload {
  readonly __typename: 'ApprovePolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface ApprovePolicyInput {
  readonly id: string;
  readonly comment?: string | null;
}

export interface SendBackPolicyPayload {
  readonly __typename: 'SendBackPolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface SendBackPolicyInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface SchedulePolicyPayload {
  readonly __typename: 'SchedulePolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface SchedulePolicyInput {
  readonly id: string;
  readonly effectiveFrom?: string | null;
}

export interface RetirePolicyPayload {
  readonly __typename: 'RetirePolicyPayload';
  readonly policyVersion: PolicyVersion | null;
  readonly denied: Denied | null;
}

export interface RetirePolicyInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface StartPolicyReplayPayload {
  readonly __typename: 'StartPolicyReplayPayload';
  readonly policyReplayRun: PolicyReplayRun | null;
  readonly denied: Denied | null;
}

export interface StartPolicyReplayInput {
  readonly policyVersionId: string;
  readonly storeId: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface CancelPolicyReplayPayload {
  readonly __typename: 'CancelPolicyReplayPayload';
  readonly policyReplayRun: PolicyReplayRun | null;
  readonly denied: Denied | null;
}

export interface CancelPolicyReplayInput {
  readonly id: string;
}

export interface SetProductTermsPayload {
  readonly __typename: 'SetProductTermsPayload';
  readonly productTerms: ProductTerms | null;
  readonly denied: Denied | null;
}

export interface SetProductTermsInput {
  readonly storeId: string;
  readonly productId: string;
  readonly returnClass?: ReturnClass | null;
  readonly goodsGroup?: GoodsGroup | null;
  readonly threeGuarantees?: boolean | null;
  readonly durableGoods?: boolean | null;
  readonly freeReturnItem?: boolean | null;
  readonly promisedGoods?: boolean | null;
  readonly virtualGoods?: boolean | null;
}

export interface RecordPurchaseConfirmationPayload {
  readonly __typename: 'RecordPurchaseConfirmationPayload';
  readonly purchaseConfirmation: PurchaseConfirmation | null;
  readonly denied: Denied | null;
}

export interface RecordPurchaseConfirmationInput {
  readonly storeId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly confirmedAt: string;
  readonly evidence: string;
}

export interface SaveViewPayload {
  readonly __typename: 'SaveViewPayload';
  readonly savedView: SavedView | null;
  readonly denied: Denied | null;
}

export interface SaveViewInput {
  readonly name: string;
  readonly about: string;
  readonly query: string;
  readonly storeId?: string | null;
}

export interface RemoveViewPayload {
  readonly __typename: 'RemoveViewPayload';
  readonly savedView: SavedView | null;
  readonly denied: Denied | null;
}

export interface RemoveViewInput {
  readonly id: string;
}

export interface AddWorkFilePayload {
  readonly __typename: 'AddWorkFilePayload';
  readonly workFile: WorkFile | null;
  readonly denied: Denied | null;
}

export interface AddWorkFileInput {
  readonly workItemId: string;
  readonly blobKey: string;
  readonly name: string;
}

export interface RequestHumanPayload {
  readonly __typename: 'RequestHumanPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface RequestHumanInput {
  readonly id: string;
}

export interface StartServicePayload {
  readonly __typename: 'StartServicePayload';
  readonly conversations: readonly Conversation[] | null;
  readonly denied: Denied | null;
}

export interface StartServiceInput {
  readonly storeId: string;
}

export interface LeaveMessagePayload {
  readonly __typename: 'LeaveMessagePayload';
  readonly message: Message | null;
  readonly denied: Denied | null;
}

export interface LeaveMessageInput {
  readonly id: string;
  readonly clientMsgId: string;
  readonly text: string;
  readonly confirmedHits?: boolean | null;
}

export interface TakeConversationPayload {
  readonly __typename: 'TakeConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface TakeConversationInput {
  readonly id: string;
}

export interface AssignConversationPayload {
  readonly __typename: 'AssignConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface AssignConversationInput {
  readonly id: string;
  readonly userId: string;
  readonly reason?: string | null;
}

export interface RequestTransferPayload {
  readonly __typename: 'RequestTransferPayload';
  readonly transfer: Transfer | null;
  readonly denied: Denied | null;
}

export interface RequestTransferInput {
  readonly id: string;
  readonly toUserId?: string | null;
  readonly toTeam?: string | null;
  readonly reason?: TransferReason | null;
  readonly note?: string | null;
  readonly summary?: string | null;
}

export interface ApproveTransferPayload {
  readonly __typename: 'ApproveTransferPayload';
  readonly transfer: Transfer | null;
  readonly denied: Denied | null;
}

export interface ApproveTransferInput {
  readonly id: string;
}

export interface AcceptTransferPayload {
  readonly __typename: 'AcceptTransferPayload';
  readonly transfer: Transfer | null;
  readonly denied: Denied | null;
}

export interface AcceptTransferInput {
  readonly id: string;
}

export interface DeclineTransferPayload {
  readonly __typename: 'DeclineTransferPayload';
  readonly transfer: Transfer | null;
  readonly denied: Denied | null;
}

export interface DeclineTransferInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface SendMessagePayload {
  readonly __typename: 'SendMessagePayload';
  readonly message: Message | null;
  readonly denied: Denied | null;
}

export interface SendMessageInput {
  readonly conversationId: string;
  readonly clientMsgId: string;
  readonly text?: string | null;
  readonly attachmentId?: string | null;
  readonly card?: SendMessageInputCard | null;
  readonly confirmedHits?: boolean | null;
}

export interface SendMessageInputCard {
  readonly type: MessageCardType;
  readonly id: string;
}

export interface AddNotePayload {
  readonly __typename: 'AddNotePayload';
  readonly message: Message | null;
  readonly denied: Denied | null;
}

export interface AddNoteInput {
  readonly conversationId: string;
  readonly clientMsgId: string;
  readonly text: string;
}

export interface SetTypingPayload {
  readonly __typename: 'SetTypingPayload';
  readonly signalled: Signalled | null;
  readonly denied: Denied | null;
}

export interface Signalled {
  readonly __typename: 'Signalled';
  readonly ok: boolean;
}

export interface SetTypingInput {
  readonly id: string;
  readonly on: boolean;
}

export interface SetViewingPayload {
  readonly __typename: 'SetViewingPayload';
  readonly signalled: Signalled | null;
  readonly denied: Denied | null;
}

export interface SetViewingInput {
  readonly id: string;
  readonly on: boolean;
}

export interface MarkDeliveredPayload {
  readonly __typename: 'MarkDeliveredPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface MarkDeliveredInput {
  readonly id: string;
  readonly seq: number;
}

export interface MarkReadPayload {
  readonly __typename: 'MarkReadPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface MarkReadInput {
  readonly id: string;
  readonly seq: number;
}

export interface AddAttachmentPayload {
  readonly __typename: 'AddAttachmentPayload';
  readonly attachment: Attachment | null;
  readonly denied: Denied | null;
}

export interface AddAttachmentInput {
  readonly conversationId: string;
  readonly blobKey: string;
  readonly name: string;
}

export interface HoldConversationPayload {
  readonly __typename: 'HoldConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface HoldConversationInput {
  readonly id: string;
  readonly until: string;
}

export interface ReleaseHoldPayload {
  readonly __typename: 'ReleaseHoldPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface ReleaseHoldInput {
  readonly id: string;
}

export interface CloseConversationPayload {
  readonly __typename: 'CloseConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface CloseConversationInput {
  readonly id: string;
  readonly intent?: Intent | null;
  readonly result?: ConversationResult | null;
  readonly reason?: string | null;
}

export interface RecordCustomerToldPayload {
  readonly __typename: 'RecordCustomerToldPayload';
  readonly customerNotice: CustomerNotice | null;
  readonly denied: Denied | null;
}

export interface RecordCustomerToldInput {
  readonly id: string;
  readonly how: string;
}

export interface SetCustomerNoticePolicyPayload {
  readonly __typename: 'SetCustomerNoticePolicyPayload';
  readonly customerNoticePolicy: CustomerNoticePolicy | null;
  readonly denied: Denied | null;
}

export interface SetCustomerNoticePolicyInput {
  readonly id: string;
  readonly kind: CustomerNoticeKind;
  readonly on?: boolean | null;
  readonly perDay?: number | null;
}

export interface SetForbiddenTermPayload {
  readonly __typename: 'SetForbiddenTermPayload';
  readonly forbiddenTerm: ForbiddenTerm | null;
  readonly denied: Denied | null;
}

export interface SetForbiddenTermInput {
  readonly class?: string | null;
  readonly name?: LocalTextInput | null;
  readonly level?: GuardLevel | null;
  readonly phrases?: readonly string[] | null;
  readonly except?: readonly string[] | null;
  readonly detectors?: readonly PersonalDataKind[] | null;
  readonly replacement?: LocalTextInput | null;
  readonly storeIds?: readonly string[] | null;
  readonly channels?: readonly Channel[] | null;
  readonly active?: boolean | null;
  readonly rule: string;
}

export interface ResetForbiddenTermPayload {
  readonly __typename: 'ResetForbiddenTermPayload';
  readonly forbiddenTerm: ForbiddenTerm | null;
  readonly denied: Denied | null;
}

export interface ResetForbiddenTermInput {
  readonly id: string;
}

export interface AddSafeContactPayload {
  readonly __typename: 'AddSafeContactPayload';
  readonly safeContact: SafeContact | null;
  readonly denied: Denied | null;
}

export interface AddSafeContactInput {
  readonly storeId?: string | null;
  readonly value: string;
  readonly note?: string | null;
}

export interface RemoveSafeContactPayload {
  readonly __typename: 'RemoveSafeContactPayload';
  readonly safeContact: SafeContact | null;
  readonly denied: Denied | null;
}

export interface RemoveSafeContactInput {
  readonly id: string;
}

export interface ImportTermsPayload {
  readonly __typename: 'ImportTermsPayload';
  readonly termImport: TermImport | null;
  readonly denied: Denied | null;
}

export interface TermImport {
  readonly __typename: 'TermImport';
  readonly created: number;
  readonly updated: number;
  readonly problems: readonly TermImportProblem[];
  readonly dryRun: boolean;
}

export interface TermImportProblem {
  readonly __typename: 'TermImportProblem';
  readonly line: number;
  readonly column: string;
  readonly problem: TermImportProblemCode;
}

export type TermImportProblemCode =
  | 'UNKNOWN_COLUMN'
  | 'INVALID'
  | 'TOO_LONG'
  | 'MISSING'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'TWICE'
  | 'UNREADABLE';

export interface ImportTermsInput {
  readonly text: string;
  readonly dryRun?: boolean | null;
}

export interface CreateRulePayload {
  readonly __typename: 'CreateRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface CreateRuleInput {
  readonly name: LocalTextInput;
  readonly storeId?: string | null;
  readonly draft?: RuleDraftInput | null;
}

export interface EditRulePayload {
  readonly __typename: 'EditRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface EditRuleInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly storeId?: string | null;
  readonly ownerId?: string | null;
  readonly draft?: RuleDraftInput | null;
}

export interface PlaceRulePayload {
  readonly __typename: 'PlaceRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface PlaceRuleInput {
  readonly id: string;
  readonly place: number;
}

export interface PublishRulePayload {
  readonly __typename: 'PublishRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface PublishRuleInput {
  readonly id: string;
  readonly fingerprint: string;
}

export interface PauseRulePayload {
  readonly __typename: 'PauseRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface PauseRuleInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ResumeRulePayload {
  readonly __typename: 'ResumeRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface ResumeRuleInput {
  readonly id: string;
}

export interface RetireRulePayload {
  readonly __typename: 'RetireRulePayload';
  readonly rule: Rule | null;
  readonly denied: Denied | null;
}

export interface RetireRuleInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface CreateScriptPayload {
  readonly __typename: 'CreateScriptPayload';
  readonly script: Script | null;
  readonly denied: Denied | null;
}

export interface CreateScriptInput {
  readonly scene: Scene;
  readonly title: LocalTextInput;
  readonly body: LocalTextInput;
  readonly quickKey?: string | null;
  readonly storeId?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly hours?: ScriptHoursInput | null;
  readonly customers?: ScriptCustomers | null;
  readonly scriptCode: string;
  readonly scope?: ScriptScope | null;
}

export interface ScriptHoursInput {
  readonly from: string;
  readonly to: string;
}

export interface UpdateScriptPayload {
  readonly __typename: 'UpdateScriptPayload';
  readonly script: Script | null;
  readonly denied: Denied | null;
}

export interface UpdateScriptInput {
  readonly id: string;
  readonly scene?: Scene | null;
  readonly title?: LocalTextInput | null;
  readonly body?: LocalTextInput | null;
  readonly quickKey?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly hours?: ScriptHoursInput | null;
  readonly customers?: ScriptCustomers | null;
}

export interface PublishScriptPayload {
  readonly __typename: 'PublishScriptPayload';
  readonly script: Script | null;
  readonly denied: Denied | null;
}

export interface PublishScriptInput {
  readonly id: string;
}

export interface ArchiveScriptPayload {
  readonly __typename: 'ArchiveScriptPayload';
  readonly script: Script | null;
  readonly denied: Denied | null;
}

export interface ArchiveScriptInput {
  readonly id: string;
}

export interface NoteScriptUsePayload {
  readonly __typename: 'NoteScriptUsePayload';
  readonly script: Script | null;
  readonly denied: Denied | null;
}

export interface NoteScriptUseInput {
  readonly conversationId: string;
  readonly script: string;
}

export interface AllowSeenOriginPayload {
  readonly __typename: 'AllowSeenOriginPayload';
  readonly store: Store | null;
  readonly denied: Denied | null;
}

export interface AllowSeenOriginInput {
  readonly id: string;
}

export interface KeepSetupStepPayload {
  readonly __typename: 'KeepSetupStepPayload';
  readonly storeSetup: StoreSetup | null;
  readonly denied: Denied | null;
}

export interface KeepSetupStepInput {
  readonly id: string;
  readonly code: string;
}

export interface DismissSetupPayload {
  readonly __typename: 'DismissSetupPayload';
  readonly storeSetup: StoreSetup | null;
  readonly denied: Denied | null;
}

export interface DismissSetupInput {
  readonly id: string;
  readonly dismissed: boolean;
}

export interface ConnectShopPayload {
  readonly __typename: 'ConnectShopPayload';
  readonly connectedShop: ConnectedShop | null;
  readonly denied: Denied | null;
}

export interface ConnectShopInput {
  readonly storeId: string;
  readonly adapter: string;
  readonly settings: readonly ShopSettingValueInput[];
}

export interface ShopSettingValueInput {
  readonly name: string;
  readonly value: string;
}

export interface DisconnectShopPayload {
  readonly __typename: 'DisconnectShopPayload';
  readonly connectedShop: ConnectedShop | null;
  readonly denied: Denied | null;
}

export interface DisconnectShopInput {
  readonly id: string;
}

export interface TestShopPayload {
  readonly __typename: 'TestShopPayload';
  readonly shopHealth: ShopHealth | null;
  readonly denied: Denied | null;
}

export interface TestShopInput {
  readonly storeId: string;
}

export interface CreateTaskPayload {
  readonly __typename: 'CreateTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface CreateTaskInput {
  readonly storeId: string;
  readonly subject: string;
  readonly detail?: string | null;
  readonly priority?: TaskPriority | null;
  readonly customerId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId?: string | null;
  readonly ownerId?: string | null;
  readonly startAt?: string | null;
  readonly doneBy: string;
}

export interface StartTaskPayload {
  readonly __typename: 'StartTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface StartTaskInput {
  readonly id: string;
}

export interface FinishTaskPayload {
  readonly __typename: 'FinishTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface FinishTaskInput {
  readonly id: string;
  readonly outcome?: TaskOutcome | null;
  readonly result?: string | null;
}

export interface SnoozeTaskPayload {
  readonly __typename: 'SnoozeTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface SnoozeTaskInput {
  readonly id: string;
  readonly until: string;
  readonly reason?: string | null;
}

export interface SkipTaskPayload {
  readonly __typename: 'SkipTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface SkipTaskInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ReturnTaskPayload {
  readonly __typename: 'ReturnTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface ReturnTaskInput {
  readonly id: string;
  readonly reason: string;
}

export interface CancelTaskPayload {
  readonly __typename: 'CancelTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface CancelTaskInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface TakeTaskPayload {
  readonly __typename: 'TakeTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface TakeTaskInput {
  readonly id: string;
}

export interface AssignTaskPayload {
  readonly __typename: 'AssignTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface AssignTaskInput {
  readonly id: string;
  readonly userId?: string | null;
  readonly reason?: string | null;
}

export interface NoteTaskPayload {
  readonly __typename: 'NoteTaskPayload';
  readonly followUpTask: FollowUpTask | null;
  readonly denied: Denied | null;
}

export interface NoteTaskInput {
  readonly id: string;
  readonly text: string;
  readonly tellCustomer?: boolean | null;
}

export interface CreateTicketPayload {
  readonly __typename: 'CreateTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface CreateTicketInput {
  readonly storeId?: string | null;
  readonly subject: string;
  readonly intent: TicketIntent;
  readonly priority?: Priority | null;
  readonly customerId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId?: string | null;
  readonly frontRecord?: string | null;
}

export interface TicketFromConversationPayload {
  readonly __typename: 'TicketFromConversationPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface TicketFromConversationInput {
  readonly id: string;
  readonly subject?: string | null;
  readonly intent?: TicketIntent | null;
  readonly priority?: Priority | null;
  readonly orderId?: string | null;
  readonly frontRecord: string;
}

export interface AcceptTicketPayload {
  readonly __typename: 'AcceptTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AcceptTicketInput {
  readonly id: string;
  readonly frontRecord?: string | null;
}

export interface SplitTicketPayload {
  readonly __typename: 'SplitTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface SplitTicketInput {
  readonly id: string;
  readonly subject: string;
  readonly intent?: TicketIntent | null;
  readonly orderId?: string | null;
  readonly frontRecord?: string | null;
}

export interface MergeTicketPayload {
  readonly __typename: 'MergeTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface MergeTicketInput {
  readonly id: string;
  readonly intoId: string;
  readonly reason?: string | null;
}

export interface MoveTicketUpPayload {
  readonly __typename: 'MoveTicketUpPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface MoveTicketUpInput {
  readonly id: string;
  readonly node?: string | null;
  readonly reason?: string | null;
}

export interface SleepTicketPayload {
  readonly __typename: 'SleepTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface SleepTicketInput {
  readonly id: string;
  readonly until: string;
  readonly reason?: string | null;
}

export interface WakeTicketPayload {
  readonly __typename: 'WakeTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface WakeTicketInput {
  readonly id: string;
}

export interface SleepConversationPayload {
  readonly __typename: 'SleepConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface SleepConversationInput {
  readonly id: string;
  readonly until: string;
  readonly reason?: string | null;
}

export interface WakeConversationPayload {
  readonly __typename: 'WakeConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface WakeConversationInput {
  readonly id: string;
}

export interface AnswerTicketPayload {
  readonly __typename: 'AnswerTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AnswerTicketInput {
  readonly id: string;
  readonly reason: string;
}

export interface AnswerTicketDepartmentPayload {
  readonly __typename: 'AnswerTicketDepartmentPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AnswerTicketDepartmentInput {
  readonly id: string;
  readonly answer: string;
}

export interface AskTicketCustomerPayload {
  readonly __typename: 'AskTicketCustomerPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AskTicketCustomerInput {
  readonly id: string;
  readonly question: string;
}

export interface AskTicketDepartmentPayload {
  readonly __typename: 'AskTicketDepartmentPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AskTicketDepartmentInput {
  readonly id: string;
  readonly to: FlowOwnerInput;
  readonly question: string;
  readonly hours?: number | null;
}

export interface AssignTicketPayload {
  readonly __typename: 'AssignTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AssignTicketInput {
  readonly id: string;
  readonly userId?: string | null;
  readonly reason?: string | null;
}

export interface CancelTicketPayload {
  readonly __typename: 'CancelTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface CancelTicketInput {
  readonly id: string;
  readonly cancelledFor: TicketCancelReason;
  readonly reason?: string | null;
}

export interface ConfirmTicketPayload {
  readonly __typename: 'ConfirmTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface ConfirmTicketInput {
  readonly id: string;
}

export interface FinishTicketStepPayload {
  readonly __typename: 'FinishTicketStepPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface FinishTicketStepInput {
  readonly id: string;
  readonly output: string;
  readonly next?: string | null;
}

export interface LowerTicketPayload {
  readonly __typename: 'LowerTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface LowerTicketInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface NoteTicketPayload {
  readonly __typename: 'NoteTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface NoteTicketInput {
  readonly id: string;
  readonly text: string;
  readonly tellCustomer?: boolean | null;
}

export interface RaiseTicketPayload {
  readonly __typename: 'RaiseTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface RaiseTicketInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ReopenTicketPayload {
  readonly __typename: 'ReopenTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface ReopenTicketInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ResolveTicketPayload {
  readonly __typename: 'ResolveTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface ResolveTicketInput {
  readonly id: string;
  readonly result: string;
  readonly reason?: string | null;
}

export interface TakeTicketPayload {
  readonly __typename: 'TakeTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface TakeTicketInput {
  readonly id: string;
}

export interface CorrectReadingPayload {
  readonly __typename: 'CorrectReadingPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface CorrectReadingInput {
  readonly conversationId: string;
  readonly intent?: string | null;
  readonly priority?: Priority | null;
  readonly emotion?: EmotionLabel | null;
}

export interface SetRoutingPolicyPayload {
  readonly __typename: 'SetRoutingPolicyPayload';
  readonly routingPolicy: RoutingPolicy | null;
  readonly denied: Denied | null;
}

export interface SetRoutingPolicyInput {
  readonly mode?: RoutingMode | null;
  readonly weights?: ChannelWeightsInput | null;
  readonly silentSeconds?: number | null;
  readonly lastAgentDays?: number | null;
  readonly maxQueue?: number | null;
  readonly maxAnonymousQueue?: number | null;
  readonly relaxSeconds?: number | null;
  readonly keepPlaceSeconds?: number | null;
  readonly headStarts?: HeadStartsInput | null;
  readonly rampSeconds?: number | null;
  readonly awaySeconds?: number | null;
  readonly storeId: string;
}

export interface ChannelWeightsInput {
  readonly WEB_CHAT: number;
  readonly PHONE: number;
  readonly EMAIL: number;
  readonly SOCIAL: number;
  readonly MARKETPLACE_IM: number;
  readonly SMS: number;
  readonly WALK_IN: number;
}

export interface HeadStartsInput {
  readonly priority: PriorityHeadStartsInput;
  readonly stage: StageHeadStartsInput;
  readonly tiers: readonly TierHeadStartInput[];
  readonly most: number;
}

export interface PriorityHeadStartsInput {
  readonly P1: number;
  readonly P2: number;
  readonly P3: number;
  readonly P4: number;
}

export interface StageHeadStartsInput {
  readonly BEFORE: number;
  readonly DURING: number;
  readonly AFTER: number;
}

export interface TierHeadStartInput {
  readonly tier: string;
  readonly seconds: number;
}

export interface StartPeakModePayload {
  readonly __typename: 'StartPeakModePayload';
  readonly routingPolicy: RoutingPolicy | null;
  readonly denied: Denied | null;
}

export interface StartPeakModeInput {
  readonly id: string;
  readonly until: string;
  readonly capacityFactor?: number | null;
  readonly notice?: LocalTextInput | null;
  readonly backOffice?: boolean | null;
  readonly shortSurvey?: boolean | null;
  readonly reason?: string | null;
}

export interface EndPeakModePayload {
  readonly __typename: 'EndPeakModePayload';
  readonly routingPolicy: RoutingPolicy | null;
  readonly denied: Denied | null;
}

export interface EndPeakModeInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface RequestHelpPayload {
  readonly __typename: 'RequestHelpPayload';
  readonly notice: Notice | null;
  readonly denied: Denied | null;
}

export interface RequestHelpInput {
  readonly id: string;
  readonly note?: string | null;
}

export interface LendAgentPayload {
  readonly __typename: 'LendAgentPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface LendAgentInput {
  readonly id: string;
  readonly storeId: string;
  readonly until: string;
  readonly reason?: string | null;
}

export interface TakeBackAgentPayload {
  readonly __typename: 'TakeBackAgentPayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface TakeBackAgentInput {
  readonly id: string;
  readonly storeId: string;
  readonly reason?: string | null;
}

export interface StayOnlinePayload {
  readonly __typename: 'StayOnlinePayload';
  readonly user: User | null;
  readonly denied: Denied | null;
}

export interface SetSlaPolicyPayload {
  readonly __typename: 'SetSlaPolicyPayload';
  readonly slaPolicy: SlaPolicy | null;
  readonly denied: Denied | null;
}

export interface SetSlaPolicyInput {
  readonly storeId?: string | null;
  readonly channel?: Channel | null;
  readonly intent?: Intent | null;
  readonly priority?: Priority | null;
  readonly tier?: string | null;
  readonly firstReply?: SlaTargetInput | null;
  readonly nextReply?: SlaTargetInput | null;
  readonly resolution?: SlaTargetInput | null;
  readonly acceptSeconds?: number | null;
  readonly warnPercent?: number | null;
  readonly supervisorSeconds?: number | null;
  readonly active?: boolean | null;
}

export interface SlaTargetInput {
  readonly clock: SlaClockKind;
  readonly aimSeconds: number;
  readonly lateSeconds: number;
  readonly limitSeconds: number;
  readonly maxSeconds?: number | null;
}

export interface ResetSlaPolicyPayload {
  readonly __typename: 'ResetSlaPolicyPayload';
  readonly slaPolicy: SlaPolicy | null;
  readonly denied: Denied | null;
}

export interface ResetSlaPolicyInput {
  readonly id: string;
}

export interface EscalateConversationPayload {
  readonly __typename: 'EscalateConversationPayload';
  readonly escalation: Escalation | null;
  readonly denied: Denied | null;
}

export interface EscalateConversationInput {
  readonly id: string;
  readonly level: number;
  readonly reason?: string | null;
  readonly summary?: string | null;
}

export interface AcceptEscalationPayload {
  readonly __typename: 'AcceptEscalationPayload';
  readonly escalation: Escalation | null;
  readonly denied: Denied | null;
}

export interface AcceptEscalationInput {
  readonly id: string;
}

export interface DeclineEscalationPayload {
  readonly __typename: 'DeclineEscalationPayload';
  readonly escalation: Escalation | null;
  readonly denied: Denied | null;
}

export interface DeclineEscalationInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface LowerEscalationPayload {
  readonly __typename: 'LowerEscalationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface LowerEscalationInput {
  readonly id: string;
  readonly level: number;
  readonly reason?: string | null;
}

export interface PlanShiftPayload {
  readonly __typename: 'PlanShiftPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface PlanShiftInput {
  readonly userId: string;
  readonly storeIds: readonly string[];
  readonly type: ShiftType;
  readonly startAt: string;
  readonly endAt: string;
  readonly note?: string | null;
}

export interface UpdateShiftPayload {
  readonly __typename: 'UpdateShiftPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface UpdateShiftInput {
  readonly id: string;
  readonly userId?: string | null;
  readonly storeIds?: readonly string[] | null;
  readonly type?: ShiftType | null;
  readonly startAt?: string | null;
  readonly endAt?: string | null;
  readonly note?: string | null;
}

export interface RemoveShiftPayload {
  readonly __typename: 'RemoveShiftPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface RemoveShiftInput {
  readonly id: string;
}

export interface PublishShiftsPayload {
  readonly __typename: 'PublishShiftsPayload';
  readonly shiftsPublished: ShiftsPublished | null;
  readonly denied: Denied | null;
}

export interface ShiftsPublished {
  readonly __typename: 'ShiftsPublished';
  readonly count: number;
}

export interface PublishShiftsInput {
  readonly from: string;
  readonly to: string;
}

export interface RequestShiftSwapPayload {
  readonly __typename: 'RequestShiftSwapPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface RequestShiftSwapInput {
  readonly id: string;
  readonly withUserId: string;
  readonly reason?: string | null;
}

export interface ApproveShiftSwapPayload {
  readonly __typename: 'ApproveShiftSwapPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface ApproveShiftSwapInput {
  readonly id: string;
}

export interface DeclineShiftSwapPayload {
  readonly __typename: 'DeclineShiftSwapPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface DeclineShiftSwapInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface CheckInShiftPayload {
  readonly __typename: 'CheckInShiftPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface CheckInShiftInput {
  readonly id: string;
}

export interface MarkShiftAbsentPayload {
  readonly __typename: 'MarkShiftAbsentPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface MarkShiftAbsentInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface StartHandoverPayload {
  readonly __typename: 'StartHandoverPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface StartHandoverInput {
  readonly id: string;
}

export interface EndShiftPayload {
  readonly __typename: 'EndShiftPayload';
  readonly shift: Shift | null;
  readonly denied: Denied | null;
}

export interface EndShiftInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface EditHandoverPayload {
  readonly __typename: 'EditHandoverPayload';
  readonly handover: Handover | null;
  readonly denied: Denied | null;
}

export interface EditHandoverInput {
  readonly id: string;
  readonly items?: readonly EditHandoverInputItems[] | null;
  readonly parcels?: string | null;
  readonly preOrders?: string | null;
  readonly anomalies?: string | null;
  readonly changes?: string | null;
}

export interface EditHandoverInputItems {
  readonly id?: string | null;
  readonly kind: HandoverItemKind;
  readonly refId?: string | null;
  readonly text: string;
  readonly dueAt?: string | null;
}

export interface RefreshHandoverPayload {
  readonly __typename: 'RefreshHandoverPayload';
  readonly handover: Handover | null;
  readonly denied: Denied | null;
}

export interface RefreshHandoverInput {
  readonly id: string;
}

export interface SubmitHandoverPayload {
  readonly __typename: 'SubmitHandoverPayload';
  readonly handover: Handover | null;
  readonly denied: Denied | null;
}

export interface SubmitHandoverInput {
  readonly id: string;
  readonly receiverId?: string | null;
}

export interface AcknowledgeHandoverPayload {
  readonly __typename: 'AcknowledgeHandoverPayload';
  readonly handover: Handover | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeHandoverInput {
  readonly id: string;
  readonly remark?: string | null;
}

export interface SetHandoverItemPayload {
  readonly __typename: 'SetHandoverItemPayload';
  readonly handover: Handover | null;
  readonly denied: Denied | null;
}

export interface SetHandoverItemInput {
  readonly id: string;
  readonly itemId: string;
  readonly done: boolean;
}

export interface RequestOrderChangePayload {
  readonly __typename: 'RequestOrderChangePayload';
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly denied: Denied | null;
}

export interface RequestOrderChangeInput {
  readonly storeId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId: string;
  readonly change: OrderChange;
  readonly reason?: string | null;
  readonly address?: ShopAddressInput | null;
  readonly paymentMethodId?: string | null;
  readonly items?: readonly OrderChangeItemInput[] | null;
  readonly asker?: OrderChangeAsker | null;
  readonly contact?: string | null;
  readonly confirmation: string;
}

export interface ChangeDefaultAddressPayload {
  readonly __typename: 'ChangeDefaultAddressPayload';
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly denied: Denied | null;
}

export interface ChangeDefaultAddressInput {
  readonly storeId?: string | null;
  readonly shopCustomerId?: string | null;
  readonly address: ShopAddressInput;
  readonly reason?: string | null;
}

export interface RejectOrderChangePayload {
  readonly __typename: 'RejectOrderChangePayload';
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly denied: Denied | null;
}

export interface RejectOrderChangeInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface FinishOrderChangePayload {
  readonly __typename: 'FinishOrderChangePayload';
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly denied: Denied | null;
}

export interface FinishOrderChangeInput {
  readonly id: string;
  readonly note?: string | null;
}

export interface TakeOrderRequestPayload {
  readonly __typename: 'TakeOrderRequestPayload';
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly denied: Denied | null;
}

export interface TakeOrderRequestInput {
  readonly id: string;
}

export interface AddOrderRemarkPayload {
  readonly __typename: 'AddOrderRemarkPayload';
  readonly orderRemark: OrderRemark | null;
  readonly denied: Denied | null;
}

export interface AddOrderRemarkInput {
  readonly storeId: string;
  readonly orderId: string;
  readonly flag?: RemarkFlag | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AcknowledgeOrderRemarkPayload {
  readonly __typename: 'AcknowledgeOrderRemarkPayload';
  readonly orderRemark: OrderRemark | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeOrderRemarkInput {
  readonly id: string;
}

export interface WatchOrderPayload {
  readonly __typename: 'WatchOrderPayload';
  readonly orderWatch: OrderWatch | null;
  readonly denied: Denied | null;
}

export interface WatchOrderInput {
  readonly storeId?: string | null;
  readonly orderId: string;
}

export interface UnwatchOrderPayload {
  readonly __typename: 'UnwatchOrderPayload';
  readonly orderWatch: OrderWatch | null;
  readonly denied: Denied | null;
}

export interface UnwatchOrderInput {
  readonly id: string;
}

export interface SubmitCasePayload {
  readonly __typename: 'SubmitCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface SubmitCaseInput {
  readonly storeId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId: string;
  readonly type: CaseType;
  readonly reason: CaseReason;
  readonly items: readonly CaseItemInput[];
  readonly description?: string | null;
  readonly evidence?: readonly string[] | null;
  readonly paymentMethodId?: string | null;
  readonly condition?: GoodsConditionInput | null;
  readonly compensationAmount?: number | null;
  readonly compensationFor?: CompensationFor | null;
  readonly exceptionReason?: string | null;
  readonly confirmation: string;
  readonly occurredAt?: string | null;
}

export interface TakeUpCasePayload {
  readonly __typename: 'TakeUpCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface TakeUpCaseInput {
  readonly id: string;
}

export interface RecordApologyPayload {
  readonly __typename: 'RecordApologyPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface RecordApologyInput {
  readonly id: string;
  readonly text?: string | null;
  readonly said?: string | null;
}

export interface OfferSolutionPayload {
  readonly __typename: 'OfferSolutionPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface OfferSolutionInput {
  readonly id: string;
  readonly type: CaseType;
  readonly newVariantIds?: readonly string[] | null;
  readonly compensationAmount?: number | null;
  readonly compensationFor?: CompensationFor | null;
  readonly exceptionReason?: string | null;
}

export interface SetRefundAmountPayload {
  readonly __typename: 'SetRefundAmountPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface SetRefundAmountInput {
  readonly id: string;
  readonly refundAmount: number;
  readonly reason?: string | null;
}

export interface ApproveCasePayload {
  readonly __typename: 'ApproveCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ApproveCaseInput {
  readonly id: string;
  readonly overrideReason?: string | null;
  readonly reason?: string | null;
  readonly paymentMethodId?: string | null;
  readonly apology?: string | null;
}

export interface RejectCasePayload {
  readonly __typename: 'RejectCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface RejectCaseInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface WithdrawCasePayload {
  readonly __typename: 'WithdrawCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface WithdrawCaseInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ProceedCasePayload {
  readonly __typename: 'ProceedCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ProceedCaseInput {
  readonly id: string;
  readonly way?: ProceedWay | null;
  readonly reason?: string | null;
}

export type ProceedWay = 'BY_HAND' | 'RETRY';

export interface ShipReturnPayload {
  readonly __typename: 'ShipReturnPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ShipReturnInput {
  readonly id: string;
  readonly carrier: string;
  readonly waybill: string;
}

export interface NoteFirstScanPayload {
  readonly __typename: 'NoteFirstScanPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface NoteFirstScanInput {
  readonly id: string;
}

export interface ReceiveReturnPayload {
  readonly __typename: 'ReceiveReturnPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ReceiveReturnInput {
  readonly id: string;
}

export interface InspectReturnPayload {
  readonly __typename: 'InspectReturnPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface InspectReturnInput {
  readonly id: string;
  readonly result: InspectionResult;
  readonly note?: string | null;
  readonly photos?: readonly string[] | null;
  readonly accessories?: string | null;
  readonly gifts?: string | null;
  readonly refundAmount?: number | null;
}

export interface AcceptInspectionPayload {
  readonly __typename: 'AcceptInspectionPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface AcceptInspectionInput {
  readonly id: string;
}

export interface RefuseReturnPayload {
  readonly __typename: 'RefuseReturnPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface RefuseReturnInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface SettleReturnPayload {
  readonly __typename: 'SettleReturnPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface SettleReturnInput {
  readonly id: string;
  readonly instead?: CaseAlternative | null;
}

export type CaseAlternative = 'REFUND';

export interface NoteReplacementPayload {
  readonly __typename: 'NoteReplacementPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface NoteReplacementInput {
  readonly id: string;
  readonly carrier: string;
  readonly waybill: string;
}

export interface CompleteCasePayload {
  readonly __typename: 'CompleteCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface CompleteCaseInput {
  readonly id: string;
}

export interface ExchangeRepairPayload {
  readonly __typename: 'ExchangeRepairPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ExchangeRepairInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ConfirmRefundPayload {
  readonly __typename: 'ConfirmRefundPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ConfirmRefundInput {
  readonly id: string;
  readonly refundNo: string;
  readonly amount: number;
}

export interface RetryRefundPayload {
  readonly __typename: 'RetryRefundPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface RetryRefundInput {
  readonly id: string;
  readonly paymentMethodId?: string | null;
}

export interface OpenCaseDisputePayload {
  readonly __typename: 'OpenCaseDisputePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface OpenCaseDisputeInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface DecideCaseDisputePayload {
  readonly __typename: 'DecideCaseDisputePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface DecideCaseDisputeInput {
  readonly id: string;
  readonly outcome: CaseDisputeOutcome;
  readonly reason?: string | null;
}

export type CaseDisputeOutcome = 'REFUND' | 'REJECT' | 'RESHIP';

export interface RecordCausePayload {
  readonly __typename: 'RecordCausePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface RecordCauseInput {
  readonly id: string;
  readonly faultParty: FaultParty;
  readonly description?: string | null;
  readonly stockAction?: StockAction | null;
}

export interface ArchiveCasePayload {
  readonly __typename: 'ArchiveCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ArchiveCaseInput {
  readonly id: string;
}

export interface ReopenCasePayload {
  readonly __typename: 'ReopenCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ReopenCaseInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface AddCasePhotoPayload {
  readonly __typename: 'AddCasePhotoPayload';
  readonly casePhoto: CasePhoto | null;
  readonly denied: Denied | null;
}

export interface AddCasePhotoInput {
  readonly storeId: string;
  readonly blobKey: string;
  readonly name: string;
}

export interface SetReturnAddressPayload {
  readonly __typename: 'SetReturnAddressPayload';
  readonly returnAddress: ReturnAddress | null;
  readonly denied: Denied | null;
}

export interface SetReturnAddressInput {
  readonly storeId: string;
  readonly text: string;
}

export interface RecordShippedUnitsPayload {
  readonly __typename: 'RecordShippedUnitsPayload';
  readonly shippedUnits: ShippedUnits | null;
  readonly denied: Denied | null;
}

export interface RecordShippedUnitsInput {
  readonly storeId: string;
  readonly month: string;
  readonly units: number;
}

export interface NoteReturnsMeasurePayload {
  readonly __typename: 'NoteReturnsMeasurePayload';
  readonly returnsMeasure: ReturnsMeasure | null;
  readonly denied: Denied | null;
}

export interface NoteReturnsMeasureInput {
  readonly id: string;
  readonly text: string;
}

export interface AcceptSolutionPayload {
  readonly __typename: 'AcceptSolutionPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface AcceptSolutionInput {
  readonly id: string;
  readonly option?: number | null;
}

export interface AcknowledgeComplaintPayload {
  readonly __typename: 'AcknowledgeComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeComplaintInput {
  readonly id: string;
}

export interface AnswerComplaintTaskPayload {
  readonly __typename: 'AnswerComplaintTaskPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface AnswerComplaintTaskInput {
  readonly id: string;
  readonly department: ComplaintDepartment;
  readonly answer: string;
}

export interface AssignComplaintPayload {
  readonly __typename: 'AssignComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface AssignComplaintInput {
  readonly id: string;
  readonly userId?: string | null;
  readonly reason?: string | null;
}

export interface CloseComplaintPayload {
  readonly __typename: 'CloseComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface CloseComplaintInput {
  readonly id: string;
  readonly prevention?: string | null;
}

export interface EditComplaintPayload {
  readonly __typename: 'EditComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface EditComplaintInput {
  readonly id: string;
  readonly facts?: string | null;
  readonly demand?: string | null;
  readonly emotion?: ComplaintEmotion | null;
  readonly orderId?: string | null;
  readonly linkedCaseIds?: readonly string[] | null;
}

export interface EscalateComplaintPayload {
  readonly __typename: 'EscalateComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface EscalateComplaintInput {
  readonly id: string;
  readonly escalatedFor: ComplaintEscalation;
  readonly reason?: string | null;
}

export interface ExecuteSolutionPayload {
  readonly __typename: 'ExecuteSolutionPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface ExecuteSolutionInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface InvestigateComplaintPayload {
  readonly __typename: 'InvestigateComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface InvestigateComplaintInput {
  readonly id: string;
  readonly departments?: readonly InvestigateComplaintInputDepartments[] | null;
  readonly departmentsNotNeeded?: string | null;
}

export interface InvestigateComplaintInputDepartments {
  readonly department: ComplaintDepartment;
  readonly question: string;
}

export interface NoteComplaintPayload {
  readonly __typename: 'NoteComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface NoteComplaintInput {
  readonly id: string;
  readonly text: string;
  readonly tellCustomer?: boolean | null;
}

export interface NotePlatformCasePayload {
  readonly __typename: 'NotePlatformCasePayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface NotePlatformCaseInput {
  readonly id: string;
  readonly platformCaseNo: string;
}

export interface ProposeSolutionPayload {
  readonly __typename: 'ProposeSolutionPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface ProposeSolutionInput {
  readonly id: string;
  readonly causeCode: ComplaintCause;
  readonly options: readonly ComplaintOptionInput[];
}

export interface ComplaintOptionInput {
  readonly text: string;
  readonly amount?: number | null;
}

export interface RefuseSolutionPayload {
  readonly __typename: 'RefuseSolutionPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface RefuseSolutionInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface RegisterComplaintPayload {
  readonly __typename: 'RegisterComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface RegisterComplaintInput {
  readonly storeId?: string | null;
  readonly subject: string;
  readonly sourceChannel?: ComplaintChannel | null;
  readonly customerId?: string | null;
  readonly conversationId?: string | null;
  readonly orderId?: string | null;
  readonly facts?: string | null;
  readonly demand?: string | null;
  readonly emotion?: ComplaintEmotion | null;
}

export interface ReopenComplaintPayload {
  readonly __typename: 'ReopenComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface ReopenComplaintInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ResolveComplaintPayload {
  readonly __typename: 'ResolveComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface ResolveComplaintInput {
  readonly id: string;
  readonly departmentsNotNeeded?: string | null;
}

export interface RevisitComplaintPayload {
  readonly __typename: 'RevisitComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface RevisitComplaintInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface TakeComplaintPayload {
  readonly __typename: 'TakeComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface TakeComplaintInput {
  readonly id: string;
}

export interface TellOutcomePayload {
  readonly __typename: 'TellOutcomePayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface TellOutcomeInput {
  readonly id: string;
  readonly outcome: string;
  readonly said?: string | null;
}

export interface WithdrawComplaintPayload {
  readonly __typename: 'WithdrawComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface WithdrawComplaintInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface CreateArticlePayload {
  readonly __typename: 'CreateArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface CreateArticleInput {
  readonly category?: ArticleCategory | null;
  readonly title: LocalTextInput;
  readonly body: ArticleBodyInput;
  readonly keywords?: readonly string[] | null;
  readonly synonyms?: readonly string[] | null;
  readonly audience?: ArticleAudience | null;
  readonly storeId?: string | null;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
  readonly source?: string | null;
  readonly reviewEveryDays?: number | null;
}

export interface ArticleBodyInput {
  readonly zh: string;
  readonly en: string;
}

export interface UpdateArticlePayload {
  readonly __typename: 'UpdateArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface UpdateArticleInput {
  readonly id: string;
  readonly category?: ArticleCategory | null;
  readonly title?: LocalTextInput | null;
  readonly body?: ArticleBodyInput | null;
  readonly keywords?: readonly string[] | null;
  readonly synonyms?: readonly string[] | null;
  readonly audience?: ArticleAudience | null;
  readonly storeId?: string | null;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
  readonly source?: string | null;
  readonly reviewEveryDays?: number | null;
}

export interface SubmitArticlePayload {
  readonly __typename: 'SubmitArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface SubmitArticleInput {
  readonly id: string;
}

export interface PublishArticlePayload {
  readonly __typename: 'PublishArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface PublishArticleInput {
  readonly id: string;
}

export interface SendBackArticlePayload {
  readonly __typename: 'SendBackArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface SendBackArticleInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface RequestArticleUpdatePayload {
  readonly __typename: 'RequestArticleUpdatePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface RequestArticleUpdateInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface ArchiveArticlePayload {
  readonly __typename: 'ArchiveArticlePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface ArchiveArticleInput {
  readonly id: string;
}

export interface NoteArticleUsePayload {
  readonly __typename: 'NoteArticleUsePayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface NoteArticleUseInput {
  readonly articleId: string;
  readonly outcome: ArticleOutcome;
}

export type ArticleOutcome = 'USED' | 'HELPFUL' | 'UNHELPFUL' | 'SOLVED';

export interface ImportArticlesPayload {
  readonly __typename: 'ImportArticlesPayload';
  readonly articleImport: ArticleImport | null;
  readonly denied: Denied | null;
}

export interface ArticleImport {
  readonly __typename: 'ArticleImport';
  readonly created: number;
  readonly updated: number;
  readonly problems: readonly ArticleImportProblem[];
  readonly dryRun: boolean;
}

export interface ArticleImportProblem {
  readonly __typename: 'ArticleImportProblem';
  readonly line: number;
  readonly column: string;
  readonly problem: ArticleImportProblemCode;
}

export type ArticleImportProblemCode =
  | 'UNKNOWN_COLUMN'
  | 'UNKNOWN_VALUE'
  | 'TOO_LONG'
  | 'MISSING'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'TWICE'
  | 'UNREADABLE'
  | 'TOO_DEEP';

export interface ImportArticlesInput {
  readonly format: ArticleTextFormat;
  readonly text: string;
  readonly dryRun?: boolean | null;
}

export interface ReportKnowledgeGapPayload {
  readonly __typename: 'ReportKnowledgeGapPayload';
  readonly gapReported: GapReported | null;
  readonly denied: Denied | null;
}

export interface GapReported {
  readonly __typename: 'GapReported';
  readonly noted: boolean;
}

export interface ReportKnowledgeGapInput {
  readonly question: string;
}

export interface AssignKnowledgeGapPayload {
  readonly __typename: 'AssignKnowledgeGapPayload';
  readonly knowledgeGap: KnowledgeGap | null;
  readonly denied: Denied | null;
}

export interface AssignKnowledgeGapInput {
  readonly id: string;
  readonly userId: string;
}

export interface AnswerKnowledgeGapPayload {
  readonly __typename: 'AnswerKnowledgeGapPayload';
  readonly knowledgeGap: KnowledgeGap | null;
  readonly denied: Denied | null;
}

export interface AnswerKnowledgeGapInput {
  readonly id: string;
  readonly articleId: string;
}

export interface DismissKnowledgeGapPayload {
  readonly __typename: 'DismissKnowledgeGapPayload';
  readonly knowledgeGap: KnowledgeGap | null;
  readonly denied: Denied | null;
}

export interface DismissKnowledgeGapInput {
  readonly id: string;
  readonly reason?: string | null;
}

export interface RequireReadingPayload {
  readonly __typename: 'RequireReadingPayload';
  readonly article: Article | null;
  readonly denied: Denied | null;
}

export interface RequireReadingInput {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface AcknowledgeArticlePayload {
  readonly __typename: 'AcknowledgeArticlePayload';
  readonly readReceipt: ReadReceipt | null;
  readonly denied: Denied | null;
}

export interface AcknowledgeArticleInput {
  readonly id: string;
}

export interface SetProductKnowledgePayload {
  readonly __typename: 'SetProductKnowledgePayload';
  readonly productKnowledge: ProductKnowledge | null;
  readonly denied: Denied | null;
}

export interface SetProductKnowledgeInput {
  readonly storeId: string;
  readonly productId: string;
  readonly category: ProductSchema;
  readonly facts: readonly ProductFactInput[];
}

export interface ProductFactInput {
  readonly name: ProductFactName;
  readonly text: ProductFactTextInput;
}

export interface ProductFactTextInput {
  readonly zh: string;
  readonly en: string;
}

export interface NoteKnowledgeSearchPayload {
  readonly __typename: 'NoteKnowledgeSearchPayload';
  readonly searchNoted: SearchNoted | null;
  readonly denied: Denied | null;
}

export interface SearchNoted {
  readonly __typename: 'SearchNoted';
  readonly noted: boolean;
}

export interface NoteKnowledgeSearchInput {
  readonly storeId?: string | null;
  readonly source: SearchSource;
  readonly hits: number;
  readonly used: boolean;
  readonly solved?: boolean | null;
}

export interface SettleBotDraftPayload {
  readonly __typename: 'SettleBotDraftPayload';
  readonly botSession: BotSession | null;
  readonly denied: Denied | null;
}

export interface SettleBotDraftInput {
  readonly conversationId: string;
  readonly outcome: BotDraftOutcome;
}

export type BotDraftOutcome = 'USED' | 'DISMISSED';

export interface TakeOverFromBotPayload {
  readonly __typename: 'TakeOverFromBotPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface TakeOverFromBotInput {
  readonly id: string;
}

export interface SetStoreBotPayload {
  readonly __typename: 'SetStoreBotPayload';
  readonly store: Store | null;
  readonly denied: Denied | null;
}

export interface SetStoreBotInput {
  readonly id: string;
  readonly bot: StoreBotInput;
}

export interface StoreBotInput {
  readonly mode: BotMode;
  readonly name: StoreBotInputName;
  readonly rephrase: boolean;
  readonly sendPersonalData: boolean;
}

export interface StoreBotInputName {
  readonly zh: string;
  readonly en: string;
}

export interface CreateMacroPayload {
  readonly __typename: 'CreateMacroPayload';
  readonly macro: Macro | null;
  readonly denied: Denied | null;
}

export interface CreateMacroInput {
  readonly name: LocalTextInput;
  readonly steps: readonly MacroStepInput[];
  readonly storeId?: string | null;
  readonly shared?: boolean | null;
}

export interface MacroStepInput {
  readonly kind: MacroStepKind;
  readonly script?: string | null;
  readonly text?: string | null;
  readonly intent?: Intent | null;
  readonly priority?: Priority | null;
  readonly transferReason?: TransferReason | null;
  readonly toUserId?: string | null;
  readonly result?: ConversationResult | null;
  readonly caseType?: CaseType | null;
  readonly caseReason?: CaseReason | null;
  readonly more?: unknown;
}

export interface UpdateMacroPayload {
  readonly __typename: 'UpdateMacroPayload';
  readonly macro: Macro | null;
  readonly denied: Denied | null;
}

export interface UpdateMacroInput {
  readonly id: string;
  readonly name?: LocalTextInput | null;
  readonly steps?: readonly MacroStepInput[] | null;
}

export interface ArchiveMacroPayload {
  readonly __typename: 'ArchiveMacroPayload';
  readonly macro: Macro | null;
  readonly denied: Denied | null;
}

export interface ArchiveMacroInput {
  readonly id: string;
}

export interface NoteMacroUsePayload {
  readonly __typename: 'NoteMacroUsePayload';
  readonly macro: Macro | null;
  readonly denied: Denied | null;
}

export interface NoteMacroUseInput {
  readonly id: string;
}

export interface AddShopEventKeyPayload {
  readonly __typename: 'AddShopEventKeyPayload';
  readonly shopEventKey: ShopEventKey | null;
  readonly denied: Denied | null;
}

export interface AddShopEventKeyInput {
  readonly storeId: string;
  readonly name: string;
  readonly secret: string;
}

export interface RevokeShopEventKeyPayload {
  readonly __typename: 'RevokeShopEventKeyPayload';
  readonly shopEventKey: ShopEventKey | null;
  readonly denied: Denied | null;
}

export interface RevokeShopEventKeyInput {
  readonly id: string;
}

export interface PerformActionPayload {
  readonly __typename: 'PerformActionPayload';
  readonly value: unknown;
  readonly denied: Denied | null;
}

export interface Subscription {
  readonly __typename: 'Subscription';
  readonly conversationEvents: ConversationEvent;
  readonly inboxEvents: InboxEvent;
}

export type ConversationEvent = MessageAdded | ConversationChanged | SignalReceived | TransferChanged;

export interface MessageAdded {
  readonly __typename: 'MessageAdded';
  readonly message: Message;
  readonly previousSeq: number;
}

export interface ConversationChanged {
  readonly __typename: 'ConversationChanged';
  readonly conversation: Conversation;
}

export interface SignalReceived {
  readonly __typename: 'SignalReceived';
  readonly conversationId: string;
  readonly kind: SignalKind;
  readonly side: SignalSide;
  readonly userId: string | null;
  readonly name: string;
  readonly on: boolean;
}

export type SignalKind = 'TYPING' | 'VIEWING';

export type SignalSide = 'CUSTOMER' | 'STAFF';

export interface TransferChanged {
  readonly __typename: 'TransferChanged';
  readonly transfer: Transfer;
}

export type InboxEvent = ConversationChanged | StaffChanged | TransferChanged | SignalReceived | RecordChanged;

export interface StaffChanged {
  readonly __typename: 'StaffChanged';
  readonly user: User;
}

export interface RecordChanged {
  readonly __typename: 'RecordChanged';
  readonly entity: string;
  readonly id: string;
  readonly version: number;
}
