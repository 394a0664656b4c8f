using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Host.Security;

/// <summary>Salted, slow hashes of passwords: ASP.NET Core Identity's format (PBKDF2 with HMAC-SHA512).</summary>
internal static class PasswordHashing
{
    private const byte FormatMarker = 1;
    private const int ShortestHash = 1 + 12 + 16 + 16;
    private const int Iterations = 210_000;
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool Verify(string hash, string password) => Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;

    public static bool IsHash(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= ShortestHash && bytes[0] == FormatMarker;
    }
}
