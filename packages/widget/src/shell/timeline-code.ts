type TimelineCode = typeof import('./chat-timeline.ts');

/** The code of the messages, once it is there. */
export let timelineCode: TimelineCode | undefined;

export const loadTimeline = async (): Promise<TimelineCode> => (timelineCode = await import('./chat-timeline.ts'));
