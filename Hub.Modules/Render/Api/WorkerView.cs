namespace Hub.Modules.Render.Api;

/// <summary>A worker process that is at work.</summary>
/// <param name="Name">Machine and process.</param>
/// <param name="Slots">Clips it renders at a time; 0 while it takes none.</param>
/// <param name="Trouble">What is wrong with its disk, its memory or its output folder; null when nothing is.</param>
/// <param name="Busy">Clips it renders now.</param>
/// <param name="Instructions">What it renders now.</param>
/// <param name="StartedAt">When the process made itself known.</param>
/// <param name="LastSeenAt">When it last had contact with the database; at most some seconds ago.</param>
internal sealed record WorkerView(string Name, int Slots, string? Trouble, int Busy, IReadOnlyList<int> Instructions, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);
