using System.Globalization;
using Hub.Contracts.Monitoring;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Fitness;

/// <summary>
/// Looks at what a worker depends on: the clip folder, room on its disk and in the temporary folder, memory. A share that has gone may
/// hold up whoever asks for it, for hours; so a look has a limit, and only one waits.
/// </summary>
internal sealed class Surroundings(RenderFolders folders, IOptions<RenderOptions> options, OutputPlace place, MemoryGauge memory, TimeProvider clock) : IDisposable
{
    private const long Megabyte = 1 << 20;
    private const long TemporaryReserve = 64 * Megabyte;

    // A disk that hovers about its reserve is not to be given up and taken up with every file.
    private const double EnoughAgain = 1.1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private Measured _last = new([], long.MaxValue, long.MaxValue);

    /// <summary>What the last look found.</summary>
    public Measured Last => Volatile.Read(ref _last);

    private long DiskReserve => options.Value.Worker.DiskReserveMegabytes * Megabyte;

    private long MemoryReserve => options.Value.Worker.MemoryReserveMegabytes * Megabyte;

    /// <param name="isThorough">Tries to write as much as a clip's beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Measured> LookAsync(bool isThorough, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(Patience, cancellationToken))
        {
            return NoAnswer();
        }

        var looking = Task.Run(() => LookInTurn(isThorough), CancellationToken.None);
        try
        {
            return await looking.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return NoAnswer();
        }
    }

    /// <returns>Why a clip cannot be made now, by what the last look found and what other clips will still take; null when it can.</returns>
    public Complaint? LackFor(ClipNeeds needs, ClipNeeds promised)
    {
        var (free, available) = (Last.FreeDisk - promised.DiskBytes, Last.FreeMemory - promised.MemoryBytes);
        if (free < needs.DiskBytes + DiskReserve)
        {
            return new Complaint(AlertCodes.RenderDiskLow, $"A clip needs about {Megabytes(needs.DiskBytes)} in {folders.Clips}, where {Megabytes(Math.Max(0, free))} are left for it; {Megabytes(DiskReserve)} are kept free.");
        }

        return available < needs.MemoryBytes + MemoryReserve
            ? new Complaint(AlertCodes.RenderMemoryLow, $"A clip needs about {Megabytes(needs.MemoryBytes)} of memory, and {Megabytes(Math.Max(0, available))} are left for it; {Megabytes(MemoryReserve)} are kept free.")
            : null;
    }

    public void Dispose() => _turn.Dispose();

    private Measured LookInTurn(bool isThorough)
    {
        try
        {
            var measured = Look(isThorough);
            Volatile.Write(ref _last, measured);
            return measured;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It went away under our eyes.
            return new Measured([new Complaint(AlertCodes.RenderOutputUnwritable, exception.Message)], FreeDisk: 0, Last.FreeMemory);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Measured Look(bool isThorough)
    {
        var available = memory.Available();
        if (place.WhyNotThere() is { } gone)
        {
            return new Measured([new Complaint(AlertCodes.RenderOutputUnwritable, gone), .. MemoryComplaint(available)], FreeDisk: 0, available);
        }

        var free = FreeAt(folders.Clips);
        List<Complaint> disk = [.. DiskComplaint(folders.Clips, free, DiskReserve), .. DiskComplaint(Path.GetTempPath(), FreeAt(Path.GetTempPath()), Math.Min(TemporaryReserve, DiskReserve))];
        // A full disk cannot be written either; that is one trouble, not two.
        if (disk.Count == 0 && place.WhyNotWritable(isThorough) is { } refused)
        {
            (disk, free) = ([new Complaint(AlertCodes.RenderOutputUnwritable, refused)], 0);
        }

        return new Measured([.. disk, .. MemoryComplaint(available)], free, available);
    }

    private IEnumerable<Complaint> DiskComplaint(string folder, long free, long reserve)
        => free >= Threshold(AlertCodes.RenderDiskLow, reserve) ? [] : [new Complaint(AlertCodes.RenderDiskLow, $"{folder} has {Megabytes(free)} free; {Megabytes(reserve)} are kept free.")];

    private IEnumerable<Complaint> MemoryComplaint(long available)
        => available >= Threshold(AlertCodes.RenderMemoryLow, MemoryReserve)
            ? []
            : [new Complaint(AlertCodes.RenderMemoryLow, $"{Megabytes(available)} of memory are available; {Megabytes(MemoryReserve)} are kept free.")];

    private double Threshold(string code, long reserve) => Last.Complaints.Any(complaint => complaint.Code == code) ? reserve * EnoughAgain : reserve;

    private Measured NoAnswer()
        => new([new Complaint(AlertCodes.RenderOutputUnwritable, $"{folders.Clips} has not answered for {Patience.TotalSeconds:0} s.")], FreeDisk: 0, Last.FreeMemory);

    private static long FreeAt(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB");
}
