namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>The last lines a program wrote to standard error: where the reason of its failure is.</summary>
internal static class StandardErrorTail
{
    private const int Lines = 8;

    public static async Task<string> ReadAsync(StreamReader reader)
    {
        var tail = new Queue<string>(Lines);
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (tail.Count == Lines) tail.Dequeue();
            tail.Enqueue(line.Trim());
        }

        return string.Join("; ", tail);
    }
}
