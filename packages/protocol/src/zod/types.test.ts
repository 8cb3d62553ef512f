// Holds the zod schemas to the types, both ways. The compiler does the work (`pnpm typecheck`); the tests name what it checks.
import { expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type * as documents from "../documents/index.js";
import * as schemas from "./index.js";

/** True where two types are one: no field more, none less, the same ones optional. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? ([A, B] extends [B, A] ? true : false) : false;

/** What a zod schema gives, by the name of its type. */
type Inferred = {
  [Name in keyof typeof schemas as Name extends `${infer Type}Schema` ? Type : never]: z.infer<(typeof schemas)[Name]>;
};

/** The types that have a zod schema, by name. */
interface Documents {
  AgentConfig: documents.AgentConfig;
  Retention: documents.Retention;
  Probe: documents.Probe;
  ProbeMap: documents.ProbeMap;
  SignalHook: documents.SignalHook;
  HookMap: documents.HookMap;
  Priority: documents.Priority;
  CommandQueue: documents.CommandQueue;
  CommandQueueEnvelope: documents.CommandQueueEnvelope;
  Command: documents.Command;
  ExecCommand: documents.ExecCommand;
  EnvMap: documents.EnvMap;
  SignalCommand: documents.SignalCommand;
  Notice: documents.Notice;
  RuntimeKind: documents.RuntimeKind;
  AgentKind: documents.AgentKind;
  ContainerMetadata: documents.ContainerMetadata;
  MountInfo: documents.MountInfo;
  LabelMap: documents.LabelMap;
  ProcessIdentity: documents.ProcessIdentity;
  LogLevel: documents.LogLevel;
  LogRecord: documents.LogRecord;
  ContainerMetrics: documents.ContainerMetrics;
  CpuMetrics: documents.CpuMetrics;
  MemoryMetrics: documents.MemoryMetrics;
  PidsMetrics: documents.PidsMetrics;
  DiskMetrics: documents.DiskMetrics;
  NetworkMetrics: documents.NetworkMetrics;
  ContainerRegistry: documents.ContainerRegistry;
  RegistryEntry: documents.RegistryEntry;
  PortMap: documents.PortMap;
  Report: documents.Report;
  ServiceChangeMap: documents.ServiceChangeMap;
  ReportNotice: documents.ReportNotice;
  CommandState: documents.CommandState;
  CommandResult: documents.CommandResult;
  OutputInfo: documents.OutputInfo;
  SessionState: documents.SessionState;
  SessionStatus: documents.SessionStatus;
  SessionType: documents.SessionType;
  ContainerSessionType: documents.ContainerSessionType;
  ContainerReference: documents.ContainerReference;
  GitStats: documents.GitStats;
  ContainerStatus: documents.ContainerStatus;
  Progress: documents.Progress;
  ServiceMap: documents.ServiceMap;
  CustomMap: documents.CustomMap;
  Attention: documents.Attention;
  AgentInfo: documents.AgentInfo;
  ResultSummary: documents.ResultSummary;
}

type Unequal = {
  [Name in keyof Documents]: Same<Documents[Name], Inferred[Name]> extends true ? never : Name;
}[keyof Documents];

test("each schema infers exactly its type, and each type has a schema", () => {
  expectTypeOf<Unequal>().toEqualTypeOf<never>();
  expectTypeOf<keyof Inferred>().toEqualTypeOf<keyof Documents>();
  expect(Object.keys(schemas)).toHaveLength(50);
});
