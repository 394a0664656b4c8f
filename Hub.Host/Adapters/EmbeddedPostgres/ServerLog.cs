namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>What the server said last, for the message of a failed start.</summary>
internal static class ServerLog
{
    private const int Lines = 6;

    public static string Tail(ClusterHome home)
    {
        try
        {
            var newest = new DirectoryInfo(home.Logs).EnumerateFiles("*.log").Where(file => file.Length > 0).OrderByDescending(file => file.LastWriteTimeUtc).FirstOrDefault();
            return newest is null ? $"nothing was logged in '{home.Logs}'" : string.Join(" | ", File.ReadLines(newest.FullName).TakeLast(Lines));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"see '{home.Logs}'";
        }
    }
}
