namespace Hub.Contracts.Monitoring;

/// <summary>
/// Every kind of alert, each with a row in docs/operations.md that says what to do. A code is a wire name: once released it keeps
/// its meaning. It begins with the part of the hub that raises it.
/// </summary>
public static class AlertCodes
{
    /// <summary>The folder of a table cannot be looked at. Subject: the table.</summary>
    public const string FeatureTableFolderAway = "feature-table-folder-away";

    /// <summary>An export could not be read. Subject: the table and the file.</summary>
    public const string FeatureTableBadFile = "feature-table-bad-file";

    /// <summary>Hands of an export could not be read; the others were stored. Subject: the table and the file.</summary>
    public const string FeatureTableBadHand = "feature-table-bad-hand";

    /// <summary>Two different hands of a session bear one number. Subject: the session and the number.</summary>
    public const string FeatureTableRepeatedNumber = "feature-table-repeated-number";

    /// <summary>A hand was called off and its number given to another one. Subject: the session and the number.</summary>
    public const string FeatureTableHandCalledOff = "feature-table-hand-called-off";

    /// <summary>A file of WSOP+ could not be used. Subject: the file.</summary>
    public const string SubtitleBadFile = "subtitle-bad-file";

    /// <summary>Rows of a file of WSOP+ were left out. Subject: the file.</summary>
    public const string SubtitleBadRows = "subtitle-bad-rows";

    /// <summary>A premium hand was played and no clip of it was asked for. Subject: the session and the hand.</summary>
    public const string SubtitlePremiumHandWithoutRender = "subtitle-premium-hand-without-render";

    /// <summary>A worker process died, or its machine can no longer be reached. Subject: the machine.</summary>
    public const string RenderWorkerLost = "render-worker-lost";

    /// <summary>A clip was taken from a lost worker and is rendered by another. Subject: the worker's machine.</summary>
    public const string RenderRecovered = "render-recovered";

    /// <summary>A clip was given up because it took too long each time. Subject: the template.</summary>
    public const string RenderTimedOut = "render-timed-out";

    /// <summary>A clip was given up after a final error or its last retry. Subject: the template.</summary>
    public const string RenderFailed = "render-failed";

    /// <summary>A worker's disk is too full to begin a clip. Subject: the worker.</summary>
    public const string RenderDiskLow = "render-disk-low";

    /// <summary>A worker's machine, or the limit it runs under, has too little memory left to begin a clip. Subject: the worker.</summary>
    public const string RenderMemoryLow = "render-memory-low";

    /// <summary>A worker cannot write clips where they belong: read-only, full, not mounted. Subject: the worker.</summary>
    public const string RenderOutputUnwritable = "render-output-unwritable";

    /// <summary>A finished clip could not be copied to where it was asked for by name. Subject: the copy's path.</summary>
    public const string RenderCopyFailed = "render-copy-failed";

    /// <summary>A clip will not be done when it is needed. Subject: the instruction.</summary>
    public const string RenderDeadlineAtRisk = "render-deadline-at-risk";

    /// <summary>Instructions of v1 clients are too old to be rendered unasked. Subject: always the same.</summary>
    public const string RenderHeld = "render-held";

    /// <summary>An instruction was in processing for too long with no worker alive behind it, and was taken back. Subject: the template.</summary>
    public const string RenderReaped = "render-reaped";

    /// <summary>Instructions waited without a ticket although there was room. Subject: always the same.</summary>
    public const string RenderOverlooked = "render-overlooked";

    /// <summary>A template package cannot be used. Subject: its folder.</summary>
    public const string RenderTemplateBroken = "render-template-broken";

    /// <summary>Instructions have been waiting for too long. Subject: always the same.</summary>
    public const string RenderPendingLong = "render-pending-long";

    /// <summary>Too many clips of the last hour have failed. Subject: always the same.</summary>
    public const string RenderFailureRate = "render-failure-rate";

    /// <summary>Far fewer clips are made than in the hours before, although some wait. Subject: always the same.</summary>
    public const string RenderThroughputHalved = "render-throughput-halved";

    /// <summary>A host cannot reach the broker. Subject: the broker and the host.</summary>
    public const string MessagingBrokerAway = "messaging-broker-away";

    /// <summary>A consumer has failed a message for good. Subject: its endpoint.</summary>
    public const string MessagingDeadLetter = "messaging-dead-letter";
}
