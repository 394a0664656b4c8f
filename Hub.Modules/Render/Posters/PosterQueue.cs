using System.Threading.Channels;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Posters;

/// <summary>Accepted instructions whose poster is still to be drawn. In memory and bounded: what is dropped is drawn when somebody asks for it.</summary>
internal sealed class PosterQueue(IOptions<PosterOptions> options)
{
    private const int Longest = 500;

    private readonly Channel<PosterSubject> _waiting = Channel.CreateBounded<PosterSubject>(
        new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Adds those that wait to be rendered. May be called before they are committed: a poster of one that never was is swept.</summary>
    public void Add(params IEnumerable<RenderInstruction> instructions)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        foreach (var instruction in instructions.Where(instruction => instruction.Status == RenderStatus.Pending))
        {
            _waiting.Writer.TryWrite(PosterSubject.Of(instruction));
        }
    }

    /// <summary>More than one wait.</summary>
    public bool IsCrowded => _waiting.Reader.Count > 1;

    public ValueTask<PosterSubject> NextAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAsync(cancellationToken);
}
