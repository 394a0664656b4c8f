using System.Security.Cryptography;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>A file as read in one go.</summary>
internal sealed record CsvContent(FoundCsvFile File, byte[] Bytes)
{
    /// <summary>SHA-256, in hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
