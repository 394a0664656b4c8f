using System.Security.Cryptography;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>The password of a private server.</summary>
internal static class RedisPassword
{
    /// <summary>The wanted one, else a random one.</summary>
    public static string Choose(string? wanted)
    {
        if (wanted is null)
            return Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return wanted.Length > 0 && !wanted.Any(character => character == ',' || char.IsWhiteSpace(character) || char.IsControl(character))
            ? wanted
            : throw new ArgumentException("The password must not be empty or hold commas, blanks or control characters: a connection string could not carry it.", nameof(wanted));
    }
}
