/**
 * @module Figures for Prometheus. Labels come from the schema and from fixed lists, never from what a caller sends.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'shopdesk_http_request_seconds',
    help: 'Requests by route and status; a stream counts until it begins.',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #actions = new Histogram({
    name: 'shopdesk_action_seconds',
    help: 'Actions by name and outcome: ok, the code of a denial, or error.',
    labelNames: ['action', 'outcome'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #errors = new Counter({
    name: 'shopdesk_errors_total',
    help: 'Unexpected errors; each is in the log.',
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  request(route: string, status: number, seconds: number): void {
    this.#requests.observe({ route, status }, seconds);
  }

  action(action: string, outcome: string, seconds: number): void {
    this.#actions.observe({ action, outcome }, seconds);
  }

  error(): void {
    this.#errors.inc();
  }

  /** Adds a figure that is read when somebody asks for the metrics. */
  gauge(name: string, help: string, read: () => number): void {
    this.#registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
