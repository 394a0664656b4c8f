using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>
/// The rules in force. A changed file takes effect within seconds; a bad one is reported, and the last good rules stay.
/// </summary>
internal sealed partial class CaptionRulesStore
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly ILogger<CaptionRulesStore> _logger;
    private volatile CaptionRulesSnapshot _current;
    private (DateTime WrittenAt, long Length) _seen;

    /// <exception cref="CaptionRulesException">The file is bad. The start has been stopped by <see cref="RulesFileValidation"/> then.</exception>
    public CaptionRulesStore(IOptions<SubtitleOptions> options, TimeProvider clock, ILogger<CaptionRulesStore> logger)
    {
        _path = options.Value.RulesPath;
        _clock = clock;
        _logger = logger;
        _seen = Look();
        _current = new CaptionRulesSnapshot(_path, CaptionRulesReader.ReadFile(_path), clock.GetUtcNow(), []);
    }

    public CaptionRulesSnapshot Current => _current;

    /// <summary>Reads the file again if it was changed. Called by one loop only.</summary>
    public void Refresh()
    {
        var now = Look();
        if (now == _seen)
        {
            return;
        }

        _seen = now;
        try
        {
            _current = new CaptionRulesSnapshot(_path, CaptionRulesReader.ReadFile(_path), _clock.GetUtcNow(), []);
            RulesChanged(_logger, _path, _current.Rules.Rules.Count);
        }
        catch (CaptionRulesException exception)
        {
            _current = _current with { Problems = exception.Problems };
            RulesRefused(_logger, _path, exception.Message);
        }
    }

    private (DateTime WrittenAt, long Length) Look()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Caption rules read again from {File}: {Rules} rules")]
    private static partial void RulesChanged(ILogger logger, string file, int rules);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed caption rules in {File} are not used; the last good ones stay in force. {Problems}")]
    private static partial void RulesRefused(ILogger logger, string file, string problems);
}
