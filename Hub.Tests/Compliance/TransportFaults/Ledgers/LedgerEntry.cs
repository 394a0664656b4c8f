using System.Globalization;

namespace Hub.Tests.Compliance.TransportFaults.Ledgers;

/// <summary>A line of a ledger.</summary>
/// <param name="Consumer">Who wrote it.</param>
/// <param name="Mark">What it did.</param>
/// <param name="Number">With which work.</param>
internal sealed record LedgerEntry(string Consumer, LedgerMark Mark, int Number)
{
    public static LedgerEntry Parse(string consumer, string line)
    {
        var words = line.Split(' ');
        return new(consumer, Enum.Parse<LedgerMark>(words[0]), int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark} {Number}");
}
