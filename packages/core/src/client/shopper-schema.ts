/** @module Generated from the GraphQL schema beside which it stands; never edited by hand. */

export interface ShopperSchema {
  readonly query: Query;
  readonly mutation: Mutation;
  readonly subscription: Subscription;
  /** What can be answered, by its name. */
  readonly answers: {
    readonly Store: Store;
    readonly ServiceHours: ServiceHours;
    readonly CalendarDay: CalendarDay;
    readonly LocalText: LocalText;
    readonly DayHours: DayHours;
    readonly WidgetLook: WidgetLook;
    readonly Customer: Customer;
    readonly ConversationConnection: ConversationConnection;
    readonly PageInfo: PageInfo;
    readonly AfterSalesCaseConnection: AfterSalesCaseConnection;
    readonly ShopperSession: ShopperSession;
    readonly ConsentEvent: ConsentEvent;
    readonly Consent: Consent;
    readonly WorkItem: WorkItem;
    readonly WorkStep: WorkStep;
    readonly WorkFile: WorkFile;
    readonly Conversation: Conversation;
    readonly Message: Message;
    readonly MessageCard: MessageCard;
    readonly Money: Money;
    readonly AttachedFile: AttachedFile;
    readonly Rating: Rating;
    readonly Attachment: Attachment;
    readonly Ticket: Ticket;
    readonly OrderServiceRequest: OrderServiceRequest;
    readonly OrderWatch: OrderWatch;
    readonly AfterSalesCase: AfterSalesCase;
    readonly CaseLine: CaseLine;
    readonly CaseRefundLine: CaseRefundLine;
    readonly CaseFeeCeiling: CaseFeeCeiling;
    readonly CaseRefundPart: CaseRefundPart;
    readonly CaseInspection: CaseInspection;
    readonly CaseStepConnection: CaseStepConnection;
    readonly CaseStep: CaseStep;
    readonly Complaint: Complaint;
    readonly ComplaintOption: ComplaintOption;
    readonly Article: Article;
    readonly ArticleBody: ArticleBody;
    readonly StoreConnection: StoreConnection;
    readonly CustomerConnection: CustomerConnection;
    readonly ConsentEventConnection: ConsentEventConnection;
    readonly ConsentConnection: ConsentConnection;
    readonly WorkItemConnection: WorkItemConnection;
    readonly WorkStepConnection: WorkStepConnection;
    readonly WorkFileConnection: WorkFileConnection;
    readonly RatingConnection: RatingConnection;
    readonly TicketConnection: TicketConnection;
    readonly OrderServiceRequestConnection: OrderServiceRequestConnection;
    readonly OrderWatchConnection: OrderWatchConnection;
    readonly ComplaintConnection: ComplaintConnection;
    readonly ArticleConnection: ArticleConnection;
    readonly WidgetSettings: WidgetSettings;
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
    readonly ConsentChoices: ConsentChoices;
    readonly ConsentChoice: ConsentChoice;
    readonly StopOffer: StopOffer;
    readonly MessageConnection: MessageConnection;
    readonly QueuePlace: QueuePlace;
    readonly ServiceState: ServiceState;
    readonly ServiceTeam: ServiceTeam;
    readonly ServicePerson: ServicePerson;
    readonly ShopProduct: ShopProduct;
    readonly ShopVariant: ShopVariant;
    readonly ShopProductPage: ShopProductPage;
    readonly OrderOptions: OrderOptions;
    readonly OrderOption: OrderOption;
    readonly CancelReason: CancelReason;
    readonly OrderChangePreview: OrderChangePreview;
    readonly OrderChangeEffect: OrderChangeEffect;
    readonly ShopAccount: ShopAccount;
    readonly ShopPaymentMethod: ShopPaymentMethod;
    readonly CasePreview: CasePreview;
    readonly CaseOptions: CaseOptions;
    readonly CaseLineLeft: CaseLineLeft;
    readonly CaseReasonOption: CaseReasonOption;
    readonly CaseOption: CaseOption;
    readonly HelpSearch: HelpSearch;
    readonly ArticleHit: ArticleHit;
    readonly BotState: BotState;
    readonly BotLastAnswer: BotLastAnswer;
    readonly AvailableAction: AvailableAction;
    readonly Denied: Denied;
    readonly FieldProblem: FieldProblem;
    readonly ActionsOfRow: ActionsOfRow;
    readonly StartShopperSessionPayload: StartShopperSessionPayload;
    readonly ShopperToken: ShopperToken;
    readonly IdentifyShopperPayload: IdentifyShopperPayload;
    readonly EndShopperSessionPayload: EndShopperSessionPayload;
    readonly ShopperSessionEnded: ShopperSessionEnded;
    readonly SetConsentPayload: SetConsentPayload;
    readonly StopOutreachPayload: StopOutreachPayload;
    readonly OutreachStopped: OutreachStopped;
    readonly AddWorkFilePayload: AddWorkFilePayload;
    readonly OpenConversationPayload: OpenConversationPayload;
    readonly RequestHumanPayload: RequestHumanPayload;
    readonly NoteShopperConnectionPayload: NoteShopperConnectionPayload;
    readonly AbandonConversationPayload: AbandonConversationPayload;
    readonly KeepQueuePlacePayload: KeepQueuePlacePayload;
    readonly ResumeWaitingPayload: ResumeWaitingPayload;
    readonly LeaveQueueForMessagePayload: LeaveQueueForMessagePayload;
    readonly SendMessagePayload: SendMessagePayload;
    readonly SetTypingPayload: SetTypingPayload;
    readonly Signalled: Signalled;
    readonly MarkDeliveredPayload: MarkDeliveredPayload;
    readonly MarkReadPayload: MarkReadPayload;
    readonly AddAttachmentPayload: AddAttachmentPayload;
    readonly RateConversationPayload: RateConversationPayload;
    readonly CreateTicketPayload: CreateTicketPayload;
    readonly AnswerTicketPayload: AnswerTicketPayload;
    readonly ConfirmTicketPayload: ConfirmTicketPayload;
    readonly ReopenTicketPayload: ReopenTicketPayload;
    readonly RequestOrderChangePayload: RequestOrderChangePayload;
    readonly ChangeDefaultAddressPayload: ChangeDefaultAddressPayload;
    readonly WatchOrderPayload: WatchOrderPayload;
    readonly SubmitCasePayload: SubmitCasePayload;
    readonly WithdrawCasePayload: WithdrawCasePayload;
    readonly ShipReturnPayload: ShipReturnPayload;
    readonly AcceptInspectionPayload: AcceptInspectionPayload;
    readonly OpenCaseDisputePayload: OpenCaseDisputePayload;
    readonly ReopenCasePayload: ReopenCasePayload;
    readonly AcceptSolutionPayload: AcceptSolutionPayload;
    readonly RefuseSolutionPayload: RefuseSolutionPayload;
    readonly RegisterComplaintPayload: RegisterComplaintPayload;
    readonly WithdrawComplaintPayload: WithdrawComplaintPayload;
    readonly NoteArticleUsePayload: NoteArticleUsePayload;
    readonly ReportKnowledgeGapPayload: ReportKnowledgeGapPayload;
    readonly GapReported: GapReported;
    readonly NoteKnowledgeSearchPayload: NoteKnowledgeSearchPayload;
    readonly SearchNoted: SearchNoted;
    readonly RateBotAnswerPayload: RateBotAnswerPayload;
    readonly PerformActionPayload: PerformActionPayload;
    readonly ConversationEvent: ConversationEvent;
    readonly MessageAdded: MessageAdded;
    readonly ConversationChanged: ConversationChanged;
    readonly SignalReceived: SignalReceived;
  };
  /** What a variable can be, by its name. */
  readonly inputs: {
    readonly ID: string;
    readonly Int: number;
    readonly String: string;
    readonly DateTime: string;
    readonly StoreProfile: StoreProfile;
    readonly StoreRegion: StoreRegion;
    readonly CalendarDayKind: CalendarDayKind;
    readonly WidgetLookPosition: WidgetLookPosition;
    readonly Boolean: boolean;
    readonly Purpose: Purpose;
    readonly OutreachChannel: OutreachChannel;
    readonly ConsentSource: ConsentSource;
    readonly WaitsFor: WaitsFor;
    readonly WorkStepBy: WorkStepBy;
    readonly Channel: Channel;
    readonly ConversationState: ConversationState;
    readonly Intent: Intent;
    readonly MessageSender: MessageSender;
    readonly MessageKind: MessageKind;
    readonly MessageCardType: MessageCardType;
    readonly SafeInt: number;
    readonly TicketState: TicketState;
    readonly TicketIntent: TicketIntent;
    readonly Priority: Priority;
    readonly TicketResolution: TicketResolution;
    readonly OrderServiceRequestChange: OrderServiceRequestChange;
    readonly OrderServiceRequestState: OrderServiceRequestState;
    readonly OrderServiceRequestWay: OrderServiceRequestWay;
    readonly JSON: unknown;
    readonly CaseType: CaseType;
    readonly CaseState: CaseState;
    readonly CaseReason: CaseReason;
    readonly CompensationFor: CompensationFor;
    readonly FaultParty: FaultParty;
    readonly CaseOutcome: CaseOutcome;
    readonly FreightPayer: FreightPayer;
    readonly Float: number;
    readonly CaseRefundPartState: CaseRefundPartState;
    readonly InspectionResult: InspectionResult;
    readonly CaseShopState: CaseShopState;
    readonly CaseStepActor: CaseStepActor;
    readonly ComplaintState: ComplaintState;
    readonly ComplaintChannel: ComplaintChannel;
    readonly ArticleCategory: ArticleCategory;
    readonly ArticleAudience: ArticleAudience;
    readonly ArticleState: ArticleState;
    readonly StoreFilter: StoreFilter;
    readonly StoreProfileFilter: StoreProfileFilter;
    readonly StoreOrder: StoreOrder;
    readonly CustomerFilter: CustomerFilter;
    readonly IDFilter: IDFilter;
    readonly StringFilter: StringFilter;
    readonly BooleanFilter: BooleanFilter;
    readonly CustomerOrder: CustomerOrder;
    readonly ConsentEventFilter: ConsentEventFilter;
    readonly PurposeFilter: PurposeFilter;
    readonly OutreachChannelFilter: OutreachChannelFilter;
    readonly ConsentSourceFilter: ConsentSourceFilter;
    readonly DateTimeFilter: DateTimeFilter;
    readonly ConsentEventOrder: ConsentEventOrder;
    readonly ConsentFilter: ConsentFilter;
    readonly ConsentOrder: ConsentOrder;
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
    readonly ConversationOrder: ConversationOrder;
    readonly RatingFilter: RatingFilter;
    readonly IntFilter: IntFilter;
    readonly RatingOrder: RatingOrder;
    readonly TicketFilter: TicketFilter;
    readonly TicketStateFilter: TicketStateFilter;
    readonly TicketIntentFilter: TicketIntentFilter;
    readonly PriorityFilter: PriorityFilter;
    readonly TicketOrder: TicketOrder;
    readonly OrderServiceRequestFilter: OrderServiceRequestFilter;
    readonly OrderServiceRequestStateFilter: OrderServiceRequestStateFilter;
    readonly OrderServiceRequestChangeFilter: OrderServiceRequestChangeFilter;
    readonly OrderServiceRequestWayFilter: OrderServiceRequestWayFilter;
    readonly OrderServiceRequestOrder: OrderServiceRequestOrder;
    readonly OrderWatchFilter: OrderWatchFilter;
    readonly OrderWatchOrder: OrderWatchOrder;
    readonly AfterSalesCaseFilter: AfterSalesCaseFilter;
    readonly CaseStateFilter: CaseStateFilter;
    readonly CaseTypeFilter: CaseTypeFilter;
    readonly CaseReasonFilter: CaseReasonFilter;
    readonly FaultPartyFilter: FaultPartyFilter;
    readonly CaseShopStateFilter: CaseShopStateFilter;
    readonly SafeIntFilter: SafeIntFilter;
    readonly AfterSalesCaseOrder: AfterSalesCaseOrder;
    readonly CaseStepFilter: CaseStepFilter;
    readonly CaseStepOrder: CaseStepOrder;
    readonly ComplaintFilter: ComplaintFilter;
    readonly ComplaintStateFilter: ComplaintStateFilter;
    readonly ComplaintChannelFilter: ComplaintChannelFilter;
    readonly ComplaintOrder: ComplaintOrder;
    readonly ArticleFilter: ArticleFilter;
    readonly ArticleCategoryFilter: ArticleCategoryFilter;
    readonly ArticleStateFilter: ArticleStateFilter;
    readonly ArticleAudienceFilter: ArticleAudienceFilter;
    readonly ArticleOrder: ArticleOrder;
    readonly CustomerOrdersShop: CustomerOrdersShop;
    readonly ShopOrderStatus: ShopOrderStatus;
    readonly ShopDiscountRuleKind: ShopDiscountRuleKind;
    readonly ShopFreeFreightCounts: ShopFreeFreightCounts;
    readonly ShopPaymentKind: ShopPaymentKind;
    readonly ShopTrackingStatus: ShopTrackingStatus;
    readonly ShopReturnKind: ShopReturnKind;
    readonly ShopOrderEventKind: ShopOrderEventKind;
    readonly OutreachBasis: OutreachBasis;
    readonly OrderChange: OrderChange;
    readonly OrderOptionState: OrderOptionState;
    readonly OrderChangeCourse: OrderChangeCourse;
    readonly OrderChangeEffectKind: OrderChangeEffectKind;
    readonly ShopAddressInput: ShopAddressInput;
    readonly OrderChangeItemInput: OrderChangeItemInput;
    readonly OrderChangeAsker: OrderChangeAsker;
    readonly ShopPaymentMethodKind: ShopPaymentMethodKind;
    readonly CaseItemInput: CaseItemInput;
    readonly GoodsConditionInput: GoodsConditionInput;
    readonly BotSessionState: BotSessionState;
    readonly DenialCode: DenialCode;
    readonly StartShopperSessionInput: StartShopperSessionInput;
    readonly IdentifyShopperInput: IdentifyShopperInput;
    readonly SetConsentInput: SetConsentInput;
    readonly StopOutreachInput: StopOutreachInput;
    readonly AddWorkFileInput: AddWorkFileInput;
    readonly OpenConversationInput: OpenConversationInput;
    readonly RequestHumanInput: RequestHumanInput;
    readonly NoteShopperConnectionInput: NoteShopperConnectionInput;
    readonly AbandonConversationInput: AbandonConversationInput;
    readonly KeepQueuePlaceInput: KeepQueuePlaceInput;
    readonly ResumeWaitingInput: ResumeWaitingInput;
    readonly LeaveQueueForMessageInput: LeaveQueueForMessageInput;
    readonly SendMessageInput: SendMessageInput;
    readonly SendMessageInputCard: SendMessageInputCard;
    readonly SetTypingInput: SetTypingInput;
    readonly MarkDeliveredInput: MarkDeliveredInput;
    readonly MarkReadInput: MarkReadInput;
    readonly AddAttachmentInput: AddAttachmentInput;
    readonly RateConversationInput: RateConversationInput;
    readonly CreateTicketInput: CreateTicketInput;
    readonly AnswerTicketInput: AnswerTicketInput;
    readonly ConfirmTicketInput: ConfirmTicketInput;
    readonly ReopenTicketInput: ReopenTicketInput;
    readonly RequestOrderChangeInput: RequestOrderChangeInput;
    readonly ChangeDefaultAddressInput: ChangeDefaultAddressInput;
    readonly WatchOrderInput: WatchOrderInput;
    readonly SubmitCaseInput: SubmitCaseInput;
    readonly WithdrawCaseInput: WithdrawCaseInput;
    readonly ShipReturnInput: ShipReturnInput;
    readonly AcceptInspectionInput: AcceptInspectionInput;
    readonly OpenCaseDisputeInput: OpenCaseDisputeInput;
    readonly ReopenCaseInput: ReopenCaseInput;
    readonly AcceptSolutionInput: AcceptSolutionInput;
    readonly RefuseSolutionInput: RefuseSolutionInput;
    readonly RegisterComplaintInput: RegisterComplaintInput;
    readonly ComplaintEmotion: ComplaintEmotion;
    readonly WithdrawComplaintInput: WithdrawComplaintInput;
    readonly NoteArticleUseInput: NoteArticleUseInput;
    readonly ArticleOutcome: ArticleOutcome;
    readonly ReportKnowledgeGapInput: ReportKnowledgeGapInput;
    readonly NoteKnowledgeSearchInput: NoteKnowledgeSearchInput;
    readonly SearchSource: SearchSource;
    readonly RateBotAnswerInput: RateBotAnswerInput;
    readonly SignalKind: SignalKind;
    readonly SignalSide: SignalSide;
  };
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
  readonly look: WidgetLook;
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

export interface WorkItem {
  readonly __typename: 'WorkItem';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly entity: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly conversationId: string | null;
  readonly dueAt: string | null;
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
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly workItemId: string;
  readonly workItem: WorkItem | null;
  readonly at: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly by: WorkStepBy;
  readonly told: LocalText | null;
}

export type WorkStepBy = 'CUSTOMER' | 'STAFF' | 'DESK' | 'RULE';

export interface WorkFile {
  readonly __typename: 'WorkFile';
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: string;
  readonly store: Store | null;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  readonly workItemId: string;
  readonly workItem: WorkItem | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
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
  readonly locale: string;
  readonly intent: Intent | null;
  readonly openedAt: string;
  readonly queuedAt: string | null;
  readonly assignedAt: string | null;
  readonly firstHumanReplyAt: string | null;
  readonly closedAt: string | null;
  readonly lastMessageAt: string;
  readonly waitingSince: string | null;
  readonly preview: string;
  readonly lastSender: MessageSender;
  readonly lastPublicSeq: number;
  readonly customerDeliveredSeq: number;
  readonly customerReadSeq: number;
  readonly staffDeliveredSeq: number;
  readonly staffReadSeq: number;
  readonly unreadForCustomer: number;
  readonly mergedInto: string | null;
  readonly customerName: string;
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

export type MessageSender = 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM';

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
}

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
  readonly question: string | null;
  readonly result: string | null;
  readonly resolvedFor: TicketResolution | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
}

export type TicketState =
  | 'NEW'
  | 'OPEN'
  | 'PENDING_CUSTOMER'
  | 'PENDING_INTERNAL'
  | 'RESOLVED'
  | 'CLOSED'
  | 'CANCELLED';

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

export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

export type TicketResolution = 'SOLVED' | 'NO_RESPONSE';

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
  readonly ruleIds: readonly string[];
  readonly clause: LocalText;
  readonly refusal: LocalText | null;
  readonly shopAway: boolean;
  readonly requestedAt: string;
  readonly settledAt: string | null;
}

export type OrderServiceRequestChange = 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS' | 'DEFAULT_ADDRESS';

export type OrderServiceRequestState = 'SUBMITTED' | 'ACCEPTED' | 'DONE' | 'REJECTED' | 'CONVERTED';

export type OrderServiceRequestWay = 'SHOP' | 'BY_HAND';

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
  readonly status: string;
  readonly shopStatus: string;
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
  readonly compensationAmount: number;
  readonly refundAtFirstScan: boolean;
  readonly returnAddress: string | null;
  readonly returnCarrier: string | null;
  readonly returnWaybill: string | null;
  readonly outboundCarrier: string | null;
  readonly outboundWaybill: string | null;
  readonly inspection: CaseInspection | null;
  readonly inspectionAcceptedAt: string | null;
  readonly refundNo: string | null;
  readonly shopState: CaseShopState;
  readonly shopRefusal: LocalText | null;
  readonly rejection: string | null;
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
}

export type InspectionResult = 'PASS' | 'PARTIAL' | 'FAIL';

export type CaseShopState = 'NONE' | 'PENDING' | 'AWAY' | 'UNCERTAIN' | 'DONE' | 'REFUSED';

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
}

export type CaseStepActor = 'CUSTOMER' | 'STAFF' | 'SYSTEM' | 'POLICY';

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
  readonly options: readonly ComplaintOption[];
  readonly currency: string;
  readonly accepted: number | null;
  readonly outcome: string | null;
  readonly informedAt: string | null;
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

export interface ComplaintOption {
  readonly __typename: 'ComplaintOption';
  readonly text: string;
  readonly amount: number | null;
}

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
  readonly edition: number;
  readonly live: boolean;
  readonly publishedAt: string | null;
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

export interface Query {
  readonly __typename: 'Query';
  readonly store: Store | null;
  readonly stores: StoreConnection;
  readonly customer: Customer | null;
  readonly customers: CustomerConnection;
  readonly shopperSession: ShopperSession | null;
  readonly consentEvent: ConsentEvent | null;
  readonly consentEvents: ConsentEventConnection;
  readonly consent: Consent | null;
  readonly consents: ConsentConnection;
  readonly workItem: WorkItem | null;
  readonly workItems: WorkItemConnection;
  readonly workStep: WorkStep | null;
  readonly workSteps: WorkStepConnection;
  readonly workFile: WorkFile | null;
  readonly workFiles: WorkFileConnection;
  readonly conversation: Conversation | null;
  readonly conversations: ConversationConnection;
  readonly message: Message | null;
  readonly rating: Rating | null;
  readonly ratings: RatingConnection;
  readonly attachment: Attachment;
  readonly ticket: Ticket | null;
  readonly tickets: TicketConnection;
  readonly orderServiceRequest: OrderServiceRequest | null;
  readonly orderServiceRequests: OrderServiceRequestConnection;
  readonly orderWatch: OrderWatch | null;
  readonly orderWatches: OrderWatchConnection;
  readonly afterSalesCase: AfterSalesCase | null;
  readonly afterSalesCases: AfterSalesCaseConnection;
  readonly caseStep: CaseStep | null;
  readonly caseSteps: CaseStepConnection;
  readonly complaint: Complaint | null;
  readonly complaints: ComplaintConnection;
  readonly article: Article | null;
  readonly articles: ArticleConnection;
  readonly widgetSettings: WidgetSettings;
  readonly customerOrders: CustomerOrders;
  readonly consentChoices: ConsentChoices;
  readonly stopOffer: StopOffer;
  readonly messages: MessageConnection;
  readonly myConversations: ConversationConnection;
  readonly queuePlace: QueuePlace;
  readonly serviceState: ServiceState;
  readonly serviceTeam: ServiceTeam;
  readonly order: ShopOrder;
  readonly product: ShopProduct;
  readonly productVariant: ShopVariant;
  readonly searchProducts: ShopProductPage;
  readonly orderOptions: OrderOptions;
  readonly previewOrderChange: OrderChangePreview;
  readonly shopAccount: ShopAccount;
  readonly previewCase: CasePreview;
  readonly caseOptions: CaseOptions;
  readonly searchHelp: HelpSearch;
  readonly botState: BotState;
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
  readonly or?: readonly CustomerFilter[] | null;
}

export interface IDFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
}

export interface StringFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
  readonly contains?: string | null;
}

export interface BooleanFilter {
  readonly eq?: boolean | null;
  readonly ne?: boolean | null;
}

export type CustomerOrder = 'CREATED_AT_DESC' | 'NAME_ASC';

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

export interface DateTimeFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly lt?: string | null;
  readonly lte?: string | null;
  readonly gt?: string | null;
  readonly gte?: string | null;
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
  readonly waitingSince?: DateTimeFilter | null;
  readonly customerName?: StringFilter | null;
  readonly lastMessageAt?: DateTimeFilter | null;
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

export type ConversationOrder = 'LAST_MESSAGE_AT_DESC' | 'QUEUED_AT_ASC';

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

export interface IntFilter {
  readonly eq?: number | null;
  readonly ne?: number | null;
  readonly in?: readonly number[] | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
}

export type RatingOrder = 'RATED_AT_DESC';

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
  readonly customerId?: IDFilter | null;
  readonly conversationId?: IDFilter | null;
  readonly number?: StringFilter | null;
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

export interface PriorityFilter {
  readonly eq?: Priority | null;
  readonly ne?: Priority | null;
  readonly in?: readonly Priority[] | null;
}

export type TicketOrder = 'CREATED_AT_DESC';

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

export interface OrderWatchConnection {
  readonly __typename: 'OrderWatchConnection';
  readonly nodes: readonly OrderWatch[];
  readonly pageInfo: PageInfo;
}

export interface OrderWatchFilter {
  readonly storeId?: IDFilter | null;
  readonly orderId?: IDFilter | null;
  readonly customerId?: IDFilter | null;
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
  readonly faultParty?: FaultPartyFilter | null;
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

export interface CaseShopStateFilter {
  readonly eq?: CaseShopState | null;
  readonly ne?: CaseShopState | null;
  readonly in?: readonly CaseShopState[] | null;
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

export type AfterSalesCaseOrder = 'SUBMITTED_AT_DESC' | 'DECISION_DUE_AT_ASC' | 'REFUND_DUE_AT_ASC' | 'DUE_AT_ASC';

export interface CaseStepFilter {
  readonly storeId?: IDFilter | null;
  readonly caseId?: IDFilter | null;
  readonly or?: readonly CaseStepFilter[] | null;
}

export type CaseStepOrder = 'AT_ASC' | 'AT_DESC';

export interface ComplaintConnection {
  readonly __typename: 'ComplaintConnection';
  readonly nodes: readonly Complaint[];
  readonly pageInfo: PageInfo;
}

export interface ComplaintFilter {
  readonly storeId?: IDFilter | null;
  readonly state?: ComplaintStateFilter | null;
  readonly sourceChannel?: ComplaintChannelFilter | null;
  readonly customerId?: IDFilter | null;
  readonly number?: StringFilter | null;
  readonly or?: readonly ComplaintFilter[] | null;
}

export interface ComplaintStateFilter {
  readonly eq?: ComplaintState | null;
  readonly ne?: ComplaintState | null;
  readonly in?: readonly ComplaintState[] | null;
}

export interface ComplaintChannelFilter {
  readonly eq?: ComplaintChannel | null;
  readonly ne?: ComplaintChannel | null;
  readonly in?: readonly ComplaintChannel[] | null;
}

export type ComplaintOrder = 'CREATED_AT_DESC';

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
  readonly live?: BooleanFilter | null;
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

export type ArticleOrder = 'UPDATED_AT_DESC';

export interface WidgetSettings {
  readonly __typename: 'WidgetSettings';
  readonly storeId: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly look: WidgetLook;
  readonly serviceHours: readonly ServiceHours[];
}

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
  readonly address: ShopAddress;
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

export interface MessageConnection {
  readonly __typename: 'MessageConnection';
  readonly nodes: readonly Message[];
  readonly pageInfo: PageInfo;
}

export interface QueuePlace {
  readonly __typename: 'QueuePlace';
  readonly place: number | null;
  readonly waitedSeconds: number;
  readonly estimateSeconds: number | null;
  readonly notice: LocalText | null;
}

export interface ServiceState {
  readonly __typename: 'ServiceState';
  readonly open: boolean;
  readonly served: boolean;
  readonly queued: number;
  readonly shortSurvey: boolean;
}

export interface ServiceTeam {
  readonly __typename: 'ServiceTeam';
  readonly people: readonly ServicePerson[];
  readonly opensAt: string | null;
}

export interface ServicePerson {
  readonly __typename: 'ServicePerson';
  readonly name: string;
  readonly here: boolean;
}

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

export interface ShopAccount {
  readonly __typename: 'ShopAccount';
  readonly name: string;
  readonly address: ShopAddress | null;
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

export interface HelpSearch {
  readonly __typename: 'HelpSearch';
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

export interface BotState {
  readonly __typename: 'BotState';
  readonly state: BotSessionState | null;
  readonly misses: number;
  readonly lastAnswer: BotLastAnswer | null;
}

export type BotSessionState = 'BOT' | 'DRAFT' | 'HUMAN';

export interface BotLastAnswer {
  readonly __typename: 'BotLastAnswer';
  readonly messageId: string;
  readonly articleId: string;
  readonly title: LocalText;
  readonly helpful: boolean | null;
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
  readonly startShopperSession: StartShopperSessionPayload;
  readonly identifyShopper: IdentifyShopperPayload;
  readonly endShopperSession: EndShopperSessionPayload;
  readonly setConsent: SetConsentPayload;
  readonly stopOutreach: StopOutreachPayload;
  readonly addWorkFile: AddWorkFilePayload;
  readonly openConversation: OpenConversationPayload;
  readonly requestHuman: RequestHumanPayload;
  readonly noteShopperConnection: NoteShopperConnectionPayload;
  readonly abandonConversation: AbandonConversationPayload;
  readonly keepQueuePlace: KeepQueuePlacePayload;
  readonly resumeWaiting: ResumeWaitingPayload;
  readonly leaveQueueForMessage: LeaveQueueForMessagePayload;
  readonly sendMessage: SendMessagePayload;
  readonly setTyping: SetTypingPayload;
  readonly markDelivered: MarkDeliveredPayload;
  readonly markRead: MarkReadPayload;
  readonly addAttachment: AddAttachmentPayload;
  readonly rateConversation: RateConversationPayload;
  readonly createTicket: CreateTicketPayload;
  readonly answerTicket: AnswerTicketPayload;
  readonly confirmTicket: ConfirmTicketPayload;
  readonly reopenTicket: ReopenTicketPayload;
  readonly requestOrderChange: RequestOrderChangePayload;
  readonly changeDefaultAddress: ChangeDefaultAddressPayload;
  readonly watchOrder: WatchOrderPayload;
  readonly submitCase: SubmitCasePayload;
  readonly withdrawCase: WithdrawCasePayload;
  readonly shipReturn: ShipReturnPayload;
  readonly acceptInspection: AcceptInspectionPayload;
  readonly openCaseDispute: OpenCaseDisputePayload;
  readonly reopenCase: ReopenCasePayload;
  readonly acceptSolution: AcceptSolutionPayload;
  readonly refuseSolution: RefuseSolutionPayload;
  readonly registerComplaint: RegisterComplaintPayload;
  readonly withdrawComplaint: WithdrawComplaintPayload;
  readonly noteArticleUse: NoteArticleUsePayload;
  readonly reportKnowledgeGap: ReportKnowledgeGapPayload;
  readonly noteKnowledgeSearch: NoteKnowledgeSearchPayload;
  readonly rateBotAnswer: RateBotAnswerPayload;
  readonly performAction: PerformActionPayload;
}

export interface StartShopperSessionPayload {
  readonly __typename: 'StartShopperSessionPayload';
  readonly shopperToken: ShopperToken | null;
  readonly denied: Denied | null;
}

export interface ShopperToken {
  readonly __typename: 'ShopperToken';
  readonly token: string;
  readonly customerId: string;
  readonly verified: boolean;
  readonly expiresAt: string;
}

export interface StartShopperSessionInput {
  readonly storeKey: string;
  readonly locale?: string | null;
}

export interface IdentifyShopperPayload {
  readonly __typename: 'IdentifyShopperPayload';
  readonly shopperToken: ShopperToken | null;
  readonly denied: Denied | null;
}

export interface IdentifyShopperInput {
  readonly storeKey: string;
  readonly identityToken: string;
}

export interface EndShopperSessionPayload {
  readonly __typename: 'EndShopperSessionPayload';
  readonly shopperSessionEnded: ShopperSessionEnded | null;
  readonly denied: Denied | null;
}

export interface ShopperSessionEnded {
  readonly __typename: 'ShopperSessionEnded';
  readonly ok: boolean;
}

export interface SetConsentPayload {
  readonly __typename: 'SetConsentPayload';
  readonly consentEvent: ConsentEvent | null;
  readonly denied: Denied | null;
}

export interface SetConsentInput {
  readonly purpose: Purpose;
  readonly channel?: OutreachChannel | null;
  readonly given: boolean;
  readonly textVersion?: string | null;
}

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

export interface OpenConversationPayload {
  readonly __typename: 'OpenConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface OpenConversationInput {
  readonly pageUrl?: string | null;
  readonly locale?: string | null;
  readonly contactEmail?: string | null;
}

export interface RequestHumanPayload {
  readonly __typename: 'RequestHumanPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface RequestHumanInput {
  readonly id: string;
}

export interface NoteShopperConnectionPayload {
  readonly __typename: 'NoteShopperConnectionPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface NoteShopperConnectionInput {
  readonly id: string;
  readonly present: boolean;
}

export interface AbandonConversationPayload {
  readonly __typename: 'AbandonConversationPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface AbandonConversationInput {
  readonly id: string;
}

export interface KeepQueuePlacePayload {
  readonly __typename: 'KeepQueuePlacePayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface KeepQueuePlaceInput {
  readonly id: string;
}

export interface ResumeWaitingPayload {
  readonly __typename: 'ResumeWaitingPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface ResumeWaitingInput {
  readonly id: string;
}

export interface LeaveQueueForMessagePayload {
  readonly __typename: 'LeaveQueueForMessagePayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface LeaveQueueForMessageInput {
  readonly id: string;
  readonly contactEmail?: string | null;
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

export interface RateConversationPayload {
  readonly __typename: 'RateConversationPayload';
  readonly rating: Rating | null;
  readonly denied: Denied | null;
}

export interface RateConversationInput {
  readonly id: string;
  readonly score: number;
  readonly comment?: string | null;
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

export interface AnswerTicketPayload {
  readonly __typename: 'AnswerTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface AnswerTicketInput {
  readonly id: string;
  readonly reason: string;
}

export interface ConfirmTicketPayload {
  readonly __typename: 'ConfirmTicketPayload';
  readonly ticket: Ticket | null;
  readonly denied: Denied | null;
}

export interface ConfirmTicketInput {
  readonly id: string;
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

export interface WatchOrderPayload {
  readonly __typename: 'WatchOrderPayload';
  readonly orderWatch: OrderWatch | null;
  readonly denied: Denied | null;
}

export interface WatchOrderInput {
  readonly storeId?: string | null;
  readonly orderId: string;
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

export interface WithdrawCasePayload {
  readonly __typename: 'WithdrawCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface WithdrawCaseInput {
  readonly id: string;
  readonly reason?: string | null;
}

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

export interface AcceptInspectionPayload {
  readonly __typename: 'AcceptInspectionPayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface AcceptInspectionInput {
  readonly id: string;
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

export interface ReopenCasePayload {
  readonly __typename: 'ReopenCasePayload';
  readonly afterSalesCase: AfterSalesCase | null;
  readonly denied: Denied | null;
}

export interface ReopenCaseInput {
  readonly id: string;
  readonly reason?: string | null;
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

export type ComplaintEmotion = 'CALM' | 'UPSET' | 'ANGRY' | 'THREATENING';

export interface WithdrawComplaintPayload {
  readonly __typename: 'WithdrawComplaintPayload';
  readonly complaint: Complaint | null;
  readonly denied: Denied | null;
}

export interface WithdrawComplaintInput {
  readonly id: string;
  readonly reason?: string | null;
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

export type SearchSource = 'COMPOSER' | 'PANEL' | 'WIDGET';

export interface RateBotAnswerPayload {
  readonly __typename: 'RateBotAnswerPayload';
  readonly conversation: Conversation | null;
  readonly denied: Denied | null;
}

export interface RateBotAnswerInput {
  readonly conversationId: string;
  readonly messageId: string;
  readonly helpful: boolean;
}

export interface PerformActionPayload {
  readonly __typename: 'PerformActionPayload';
  readonly value: unknown;
  readonly denied: Denied | null;
}

export interface Subscription {
  readonly __typename: 'Subscription';
  readonly conversationEvents: ConversationEvent;
}

export type ConversationEvent = MessageAdded | ConversationChanged | SignalReceived;

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
