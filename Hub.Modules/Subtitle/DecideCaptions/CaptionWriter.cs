using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Writes the texts of an order from what is known now.</summary>
internal sealed class CaptionWriter(CaptionSourceReader sources)
{
    /// <param name="order">The order.</param>
    /// <param name="moment">The moment that it is about; null for now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Every field of the composition; texts that a person typed in replace those written.</returns>
    /// <exception cref="CaptionException">There is no such composition, or it cannot cope with what it is written from.</exception>
    public async Task<WrittenCaption> WriteAsync(CaptionOrder order, CaptionMoment? moment, CancellationToken cancellationToken)
    {
        var composition = Compositions.Find(order.Template) ?? throw new CaptionException($"There is no composition '{order.Template}'.");
        var source = await sources.ReadAsync(order, composition, moment, cancellationToken);
        var fields = Write(composition, source);
        foreach (var (field, text) in order.Options.Texts)
        {
            fields[field] = text;
        }

        return new WrittenCaption(fields, source);
    }

    private static Dictionary<string, string> Write(IComposition composition, CaptionSource source)
    {
        try
        {
            return new Dictionary<string, string>(composition.Write(source), StringComparer.Ordinal);
        }
        catch (Exception exception)
        {
            throw new CaptionException($"'{composition.Template}' could not be written: {exception.Message}", exception);
        }
    }
}
