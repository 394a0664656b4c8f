using System.CommandLine;
using System.Text;
using Hub.Host.Security;

namespace Hub.Host.Commands;

/// <summary><c>hash-password</c>: makes a value for <c>Auth:Users:&lt;n&gt;:PasswordHash</c>.</summary>
internal static class HashPasswordCommand
{
    public static Command Create()
    {
        var command = new Command("hash-password", "Ask for a password (or read it from the standard input) and print its hash for Auth:Users:<n>:PasswordHash.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        var password = Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Ask();
        if (password.Length < UserOptions.ShortestPassword)
        {
            Console.Error.WriteLine($"A password has at least {UserOptions.ShortestPassword} characters.");
            return HubCommand.Failed;
        }

        Console.WriteLine(PasswordHashing.Hash(password));
        return 0;
    }

    /// <summary>Reads without showing; a password is on no screen and in no history.</summary>
    private static string Ask()
    {
        Console.Error.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                password.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return password.ToString();
    }
}
