/** The envelope in which summary revisions travel: CloudEvents 1.0, structured JSON mode. */
import { z } from 'zod';
import { type Summary, SummarySchema } from './summary.ts';

export const SUMMARY_EVENT_TYPE = 'nashra.summary.revised.v1';
export const SUMMARY_SCHEMA_URI = 'urn:nashra:schema:summary:v1';

export const SummaryEventSchema = z.object({
  specversion: z.literal('1.0'),
  /** Subject and revision: `2015-07-04/SY03/3`. Unique for ever, so a consumer may use it to apply once. */
  id: z.string(),
  source: z.string(),
  type: z.literal(SUMMARY_EVENT_TYPE),
  /** Day and governorate: `2015-07-04/SY03`. */
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  dataschema: z.literal(SUMMARY_SCHEMA_URI),
  data: SummarySchema,
});
export type SummaryEvent = z.infer<typeof SummaryEventSchema>;

/** The day and governorate that a summary answers for, as one word: `2015-07-04/SY03`. */
export function subjectOf(summary: Pick<Summary, 'date' | 'governorate'>): string {
  return `${summary.date}/${summary.governorate.id}`;
}

/** Wraps a revision for the stream. `time` is ISO 8601. */
export function summaryEvent(summary: Summary, time: string, source = 'nashra'): SummaryEvent {
  const subject = subjectOf(summary);
  return {
    specversion: '1.0',
    id: `${subject}/${summary.revision}`,
    source,
    type: SUMMARY_EVENT_TYPE,
    subject,
    time,
    datacontenttype: 'application/json',
    dataschema: SUMMARY_SCHEMA_URI,
    data: summary,
  };
}
