namespace Hub.Tests.Compliance;

/// <summary>What a transport can do beyond sending and publishing; the table in docs/testing.md says it of each.</summary>
[Flags]
internal enum Capability
{
    None = 0,

    /// <summary>A message reaches those who subscribe to its base class or one of its interfaces.</summary>
    PolymorphicPublish = 1 << 0,

    /// <summary>Requests, their answers, faults and timeouts.</summary>
    RequestResponse = 1 << 1,

    /// <summary>What fails goes to <c>&lt;queue&gt;_error</c>, which an endpoint can read.</summary>
    ErrorQueue = 1 << 2,

    /// <summary>What nobody understands goes to <c>&lt;queue&gt;_skipped</c>, which an endpoint can read.</summary>
    SkippedQueue = 1 << 3,

    /// <summary>A message that was begun and not ended comes again, and says so.</summary>
    Redelivery = 1 << 4,

    /// <summary>A message that is begun and not ended too often is put aside.</summary>
    DeliveryLimit = 1 << 5,

    /// <summary>Messages that arrive when they are due.</summary>
    DelayedMessages = 1 << 6,

    /// <summary>A delayed message can be called off.</summary>
    CancelledDelay = 1 << 7,

    /// <summary>An urgent message overtakes those that wait.</summary>
    PriorityLanes = 1 << 8,

    /// <summary>A message is not consumed after its time.</summary>
    TimeToLive = 1 << 9,

    /// <summary>A message that takes long slows no other one.</summary>
    FlowControl = 1 << 10,

    /// <summary>A consumer may take longer than its lock on a message lasts.</summary>
    LockRenewal = 1 << 11,

    /// <summary>Several processes share a queue; what one cannot end another one does.</summary>
    CompetingProcesses = 1 << 12,

    /// <summary>Queues that go when nobody reads them.</summary>
    TemporaryQueues = 1 << 13,

    /// <summary>Several hubs share a server and do not see each other.</summary>
    Prefixes = 1 << 14,

    /// <summary>What was sent is there after the server was started again.</summary>
    SurvivesServerRestart = 1 << 15,

    /// <summary>Queues and subscriptions that the server lost come back by themselves.</summary>
    TopologyHealing = 1 << 16,

    /// <summary>What the hub uses, so that the transport it runs on in production has to have it.</summary>
    UsedByTheHub = PolymorphicPublish | RequestResponse | ErrorQueue | SkippedQueue | Redelivery | DeliveryLimit | DelayedMessages | CancelledDelay
        | PriorityLanes | TimeToLive | FlowControl | LockRenewal | CompetingProcesses | TemporaryQueues | Prefixes | SurvivesServerRestart | TopologyHealing,
}
