using System.CommandLine;
using System.Security.Cryptography;
using Hub.Host.Security;

namespace Hub.Host.Commands;

/// <summary><c>new-api-key</c>: makes a key for a program and the value for <c>Auth:ApiKeys:&lt;n&gt;:KeyHash</c>.</summary>
internal static class NewApiKeyCommand
{
    private const int KeyBytes = 32;

    public static Command Create()
    {
        var command = new Command("new-api-key", "Print a new API key for a program, and its hash for Auth:ApiKeys:<n>:KeyHash.");
        command.SetAction(_ =>
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
            Console.WriteLine($"key (for the program, sent as X-Api-Key): {key}");
            Console.WriteLine($"hash (for the hub's configuration):       {Credentials.HashOf(key).ToLowerInvariant()}");
        });
        return command;
    }
}
