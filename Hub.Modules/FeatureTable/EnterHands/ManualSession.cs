using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>
/// The session that the hands typed in for one table on one day (UTC) belong to. Its id is the date followed by seven digits made
/// of table and type: <c>20261125_0123456</c> without the line. PokerGFX counts ticks, and its ids have 18 digits, so neither
/// can ever be the other's.
/// </summary>
internal static class ManualSession
{
    private const long NumbersOfADay = 10_000_000;

    public static SessionRow Of(string tableName, string type, DateTimeOffset startedAt)
    {
        var day = DateOnly.FromDateTime(startedAt.UtcDateTime);
        var date = (((day.Year * 100L) + day.Month) * 100) + day.Day;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}/{tableName}"));
        return new SessionRow
        {
            SessionId = (date * NumbersOfADay) + (BinaryPrimitives.ReadUInt32BigEndian(hash) % NumbersOfADay),
            Type = type,
            TableName = tableName,
        };
    }
}
