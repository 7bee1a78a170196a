/**
 * @module Why a call to somebody else’s server brought no answer, told so that a shop owner knows what to do.
 */
import { codes } from '../kernel/codes.ts';
import type { CallVerdict } from '../kernel/certainty.ts';

/** What went wrong with a call that left the desk. */
export const callFault = codes('CallFault', {
  ADDRESS_UNREADABLE: {
    en: 'This is not a web address. It begins with https:// and names the shop’s server.',
    zh: '这不是网址。网址应以 https:// 开头，并包含商城服务器的名称。',
  },
  ADDRESS_REFUSED: {
    en: 'The desk may not call this address. Only servers on the internet are called, unless the operator names one.',
    zh: '不允许访问该地址。除非运维人员指定，系统只访问互联网上的服务器。',
    note: 'Private, local and reserved addresses, names and passwords in the address, and unusual ports.',
  },
  NAME_UNKNOWN: {
    en: 'There is no server of this name. Check how the address is written.',
    zh: '找不到这个名称的服务器，请检查网址的写法。',
  },
  NOT_REACHABLE: {
    en: 'Nobody answers at this address. Check that the shop is running and can be reached.',
    zh: '该地址无人应答，请检查商城是否在运行、能否访问。',
  },
  INSECURE: {
    en: 'The shop’s certificate is not valid, so nobody can tell whether it is really the shop.',
    zh: '商城的证书无效，无法确认对方确实是该商城。',
  },
  TOO_SLOW: {
    en: 'The shop did not answer in time. It may be busy; try again in a minute.',
    zh: '商城未在规定时间内应答，可能正忙，请过一分钟再试。',
  },
  REDIRECTED: {
    en: 'The shop sends the desk to another address. Enter that address itself.',
    zh: '商城要求改访问另一个地址，请直接填写该地址。',
  },
  UNAUTHORISED: {
    en: 'The shop does not accept the access details. Enter them again.',
    zh: '商城不接受访问凭据，请重新填写。',
  },
  TOO_OFTEN: {
    en: 'The shop asks for fewer requests. It will be asked again later.',
    zh: '商城要求减少访问次数，稍后会再次查询。',
  },
  FAILED: {
    en: 'The shop reports an error of its own. Ask whoever runs it.',
    zh: '商城报告自身出错，请联系商城的维护人员。',
  },
  TOO_LARGE: {
    en: 'The answer is far larger than a shop’s. The address is probably another one.',
    zh: '应答远大于正常大小，网址可能不正确。',
  },
  NOT_UNDERSTOOD: {
    en: 'Something answers, but not as this kind of shop does. Check the address and the kind of shop.',
    zh: '有应答，但不是这种商城的应答。请检查网址和商城类型。',
  },
  SECRET_LOST: {
    en: 'The desk cannot read the stored secret any more, since the server’s own key has changed. Enter it again.',
    zh: '服务器自身的密钥已更换，已保存的密钥无法读取，请重新填写。',
  },
  ADAPTER_MISSING: {
    en: 'The server has no adapter for this kind of shop any more. Ask whoever runs it.',
    zh: '服务器上已没有这种商城的连接器，请联系运维人员。',
  },
  UNKNOWN: {
    en: 'The shop could not be asked. The server’s log says more.',
    zh: '无法查询商城，详情见服务器日志。',
  },
});
export type CallFault = (typeof callFault.options)[number];

/** A call that was not made, or whose answer was not taken. */
export class CallError extends Error {
  readonly fault: CallFault;
  readonly verdict: CallVerdict;

  constructor(fault: CallFault, message: string, verdict: CallVerdict = 'NOT_SENT') {
    super(message);
    this.name = 'CallError';
    this.fault = fault;
    this.verdict = verdict;
  }
}

const BY_CODE: Readonly<Record<string, CallFault>> = {
  ENOTFOUND: 'NAME_UNKNOWN',
  EAI_AGAIN: 'NAME_UNKNOWN',
  ECONNREFUSED: 'NOT_REACHABLE',
  EHOSTUNREACH: 'NOT_REACHABLE',
  ENETUNREACH: 'NOT_REACHABLE',
  ECONNRESET: 'NOT_REACHABLE',
  EPIPE: 'NOT_REACHABLE',
  UND_ERR_SOCKET: 'NOT_REACHABLE',
  ETIMEDOUT: 'TOO_SLOW',
  UND_ERR_CONNECT_TIMEOUT: 'TOO_SLOW',
  UND_ERR_HEADERS_TIMEOUT: 'TOO_SLOW',
  UND_ERR_BODY_TIMEOUT: 'TOO_SLOW',
};
const BY_NAME: Readonly<Record<string, CallFault>> = {
  TimeoutError: 'TOO_SLOW',
  AbortError: 'TOO_SLOW',
  SyntaxError: 'NOT_UNDERSTOOD',
  ZodError: 'NOT_UNDERSTOOD',
  $ZodError: 'NOT_UNDERSTOOD',
  HTTPParserError: 'NOT_UNDERSTOOD',
};
/** Node’s codes of a certificate or a handshake that failed. */
const TLS = /CERT|^ERR_(?:TLS|SSL)|SELF_SIGNED|UNABLE_TO_VERIFY|^EPROTO$/;
/** An error wraps the one below it; so deep nobody nests. */
const DEEPEST_CAUSE = 8;

/** What a failed call is told as: by what the error says itself, or by what it was caused by. */
export function faultOf(error: unknown): CallFault {
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && current !== null && typeof current === 'object'; depth += 1) {
    const { fault, code, status, name, cause, errors } = current as Readonly<Record<string, unknown>>;
    if (callFault.options.includes(fault as CallFault)) return fault as CallFault;
    const known =
      (typeof code === 'string' && (BY_CODE[code] ?? (TLS.test(code) ? 'INSECURE' : undefined))) ||
      (typeof status === 'number' && faultOfStatus(status)) ||
      (typeof name === 'string' && BY_NAME[name]);
    if (known) return known;
    current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return 'UNKNOWN';
}

/** What an answer’s status is told as; undefined for one that is no failure. */
export function faultOfStatus(status: number): CallFault | undefined {
  if (status === 401 || status === 403) return 'UNAUTHORISED';
  if (status === 429) return 'TOO_OFTEN';
  if (status >= 500) return 'FAILED';
  if (status >= 400) return 'NOT_UNDERSTOOD';
  return status >= 300 ? 'REDIRECTED' : undefined;
}
