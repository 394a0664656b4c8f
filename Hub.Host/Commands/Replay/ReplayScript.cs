using System.Globalization;

namespace Hub.Host.Commands.Replay;

/// <summary>
/// What happens to the files of a table while a session is played. Whatever the habits, the session's own file ends as it was
/// recorded, and every other copy is an earlier state of it: a reader must end where a quiet read of the last file ends.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="file">Path of its file below the table's folder.</param>
/// <param name="habits">What happens besides one write a hand.</param>
/// <param name="seed">The same seed plays the same way again.</param>
internal sealed class ReplayScript(RecordedSession session, string file, ReplayHabits habits, int seed)
{
    private const int MostCopies = 4;
    private readonly Random _random = new(seed);
    private int _copies;

    /// <summary>The steps in order; made one at a time, since each holds a file.</summary>
    public IEnumerable<ReplayStep> Steps()
    {
        for (var hand = 1; hand <= session.HandCount; hand++)
        {
            foreach (var step in Drafts(hand).SelectMany(draft => Drafted(hand, draft)))
                yield return step;
            foreach (var step in Written(session.After(hand)))
                yield return step with { EndsHand = step.Length is null };
            foreach (var step in Afterwards(hand))
                yield return step;
        }
    }

    /// <summary>What the file looks like on the way to its state after <paramref name="hand"/>.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> Drafts(int hand)
    {
        if (Happens(ReplayHabits.CalledOffHands, 4) && HandDrafts.CalledOff(session.Hand(hand), HandBefore(hand)) is { } calledOff)
            yield return session.After(hand, calledOff);
        if (Happens(ReplayHabits.Rewrites, 4))
            yield return session.After(hand, HandDrafts.StacksTypedOver(session.Hand(hand), _random));
        if (Happens(ReplayHabits.Rewrites, 4))
            yield return session.After(hand, HandDrafts.ResultTakenBack(session.Hand(hand)));
    }

    private IEnumerable<ReplayStep> Drafted(int hand, ReadOnlyMemory<byte> draft)
    {
        foreach (var step in Written(draft))
            yield return step;
        // A copy of the very last hand's draft would be as long as the session's file, and nothing would tell which is later.
        if (hand < session.HandCount && Happens(ReplayHabits.StaleCopies, 3))
            yield return new ReplayStep(CopyPath(), draft);
    }

    private IEnumerable<ReplayStep> Written(ReadOnlyMemory<byte> content)
    {
        if (Happens(ReplayHabits.TornWrites, 3))
            yield return new ReplayStep(file, content, Length: _random.Next(content.Length));
        yield return new ReplayStep(file, content);
    }

    private IEnumerable<ReplayStep> Afterwards(int hand)
    {
        if (Happens(ReplayHabits.Touches, 4))
            yield return new ReplayStep(file, Content: null);
        if (Happens(ReplayHabits.Touches, 8))
            yield return new ReplayStep(file, session.After(hand));
        if (Happens(ReplayHabits.StaleCopies, 5))
            yield return new ReplayStep(CopyPath(), session.After(_random.Next(1, hand + 1)));
    }

    /// <summary>One of a few folders, so that copies are overwritten, too.</summary>
    private string CopyPath()
    {
        var copy = _copies < MostCopies ? ++_copies : _random.Next(1, MostCopies + 1);
        return Path.Combine(string.Create(CultureInfo.InvariantCulture, $"Copy {copy}"), Path.GetFileName(file));
    }

    private ReadOnlyMemory<byte>? HandBefore(int hand) => hand > 1 ? session.Hand(hand - 1) : default(ReadOnlyMemory<byte>?);

    private bool Happens(ReplayHabits habit, int onceIn) => habits.HasFlag(habit) && _random.Next(onceIn) == 0;
}
