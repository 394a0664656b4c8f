using System.Security.Cryptography;
using Hub.Host.Startup;
using Hub.Modules.Kernel;

namespace Hub.Host.Security;

/// <summary>The login of a hub where nobody is configured: made once, kept in a file that only the hub's account can read.</summary>
/// <param name="Name">Always <c>admin</c>.</param>
/// <param name="Password">Random.</param>
/// <param name="Path">The file.</param>
/// <param name="IsNew">Made by this start.</param>
internal sealed record FirstLogin(string Name, string Password, string Path, bool IsNew)
{
    private const string Admin = "admin";
    // Without characters that are easily taken for each other.
    private const string Characters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Length = 20;

    /// <exception cref="HubStartException">The file cannot be read or made.</exception>
    public static FirstLogin ReadOrMake(string dataFolder)
    {
        var path = System.IO.Path.Combine(dataFolder, "login");
        try
        {
            if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
                return new(Admin, kept, path, IsNew: false);

            Directory.CreateDirectory(dataFolder);
            var password = RandomNumberGenerator.GetString(Characters, Length);
            Write(path, password);
            return new(Admin, password, path, IsNew: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HubStartException($"Auth: no user is configured, and the first login cannot be kept in '{path}': {exception.Message}", exception);
        }
    }

    public UserOptions ToUser() => new() { Name = Name, Password = Password, Role = HubRoles.Admin };

    /// <summary>Never the password, which the record's own text would show.</summary>
    public override string ToString() => $"{Name}, password in {Path}";

    private static void Write(string path, string password)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, System.Text.Encoding.ASCII, options);
        file.WriteLine(password);
    }
}
