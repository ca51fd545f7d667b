import { type AlarmRule, readAlarmRule } from "../../../sandbox/aws/types/cloudwatch/alarm-rule.ts";
import type { AlarmState } from "./evaluate-alarm.ts";

/** State of a composite alarm from those that its rule names. @throws where one of them has no state */
export function evaluateComposite(alarmRule: string, states: ReadonlyMap<string, AlarmState>): AlarmState {
  return holds(readAlarmRule(alarmRule), states) ? "ALARM" : "OK";
}

function holds(rule: AlarmRule, states: ReadonlyMap<string, AlarmState>): boolean {
  switch (rule.kind) {
    case "constant":
      return rule.value;
    case "not":
      return !holds(rule.of, states);
    case "and":
      return holds(rule.left, states) && holds(rule.right, states);
    case "or":
      return holds(rule.left, states) || holds(rule.right, states);
    case "state": {
      const state = states.get(rule.alarm);
      if (state === undefined) throw new Error(`${rule.alarm} has no state`);
      return state === rule.state;
    }
  }
}
