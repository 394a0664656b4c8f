namespace Hub.Tests.Compliance.TransportFaults.Ledgers;

/// <summary>
/// What one consumer did, in a file of its own: several processes appending to one file lose lines. A line is written whole
/// before the next step, so that a kill loses none.
/// </summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>Ending of a ledger's name.</summary>
    public const string Extension = ".ledger";

    private readonly string _consumer;
    private readonly StreamWriter _file;
    private readonly Lock _gate = new();

    public Ledger(string folder, string consumer)
    {
        _consumer = consumer;
        _file = new StreamWriter(new FileStream(Path.Combine(folder, consumer + Extension), FileMode.CreateNew, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public void Write(LedgerMark mark, int number)
    {
        lock (_gate)
            _file.WriteLine(new LedgerEntry(_consumer, mark, number).ToString());
    }

    public void Dispose() => _file.Dispose();
}
