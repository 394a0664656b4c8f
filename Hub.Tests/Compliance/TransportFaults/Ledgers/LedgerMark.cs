namespace Hub.Tests.Compliance.TransportFaults.Ledgers;

/// <summary>What a line of a ledger says.</summary>
internal enum LedgerMark
{
    /// <summary>A handler was entered.</summary>
    Begun,

    /// <summary>It ended well.</summary>
    Done,
}
