using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Host.Security;

/// <summary>
/// Recognises logins. Secrets are compared as hashes under a key of this process, so that neither the time a look-up takes nor the
/// memory of it tells anything; a password that was verified once is recognised without its slow hash from then on.
/// </summary>
internal sealed class Credentials
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, UserOptions> _users;
    private readonly ConcurrentDictionary<string, Login> _known = new(StringComparer.Ordinal);
    private readonly string _nobody = PasswordHashing.Hash(RandomNumberGenerator.GetHexString(32));

    public Credentials(IEnumerable<UserOptions> users, IEnumerable<ApiKeyOptions> apiKeys)
    {
        _users = users.ToDictionary(user => user.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var user in _users.Values.Where(user => !string.IsNullOrEmpty(user.Password)))
            _known[Mark(user.Name, user.Password!)] = new(user.Name, user.Role);
        foreach (var key in apiKeys)
            _known[Mark("", string.IsNullOrEmpty(key.KeyHash) ? HashOf(key.Key!) : key.KeyHash.ToUpperInvariant())] = new(key.Name, key.Role);
    }

    /// <summary>SHA-256 in hexadecimal; a random key needs no slow hash.</summary>
    public static string HashOf(string apiKey) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)));

    public Login? FindByKey(string apiKey) => _known.GetValueOrDefault(Mark("", HashOf(apiKey)));

    /// <summary>The login if it is already known to be right; quick.</summary>
    public Login? FindKnown(string name, string password) => _known.GetValueOrDefault(Mark(name, password));

    /// <summary>The login if the password is right; takes as long for a name that does not exist.</summary>
    public Login? Verify(string name, string password)
    {
        var user = _users.GetValueOrDefault(name);
        if (!PasswordHashing.Verify(user?.PasswordHash is { Length: > 0 } hash ? hash : _nobody, password) || user is null)
            return null;
        return _known.GetOrAdd(Mark(name, password), new Login(user.Name, user.Role));
    }

    private string Mark(string name, string secret)
        => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{name.ToUpperInvariant()}\n{secret}")));
}
