using System.Collections.Frozen;
using Hub.Modules.Render.Preflight;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Templates;

/// <summary>
/// The templates in the template folder. Looks whether files have changed when asked, at most once a second; a package that cannot
/// be used is reported once and skipped.
/// </summary>
internal sealed partial class TemplateCatalog(RenderFolders folders, ClipInspectors inspectors, TimeProvider clock, ILogger<TemplateCatalog> logger)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);
    private readonly Lock _reading = new();
    private Contents _contents = Contents.Nothing;
    private long _lookedAt;

    public RenderTemplate? Find(string name) => Current().Templates.GetValueOrDefault(name);

    public IReadOnlyCollection<RenderTemplate> All => Current().Templates.Values;

    public IReadOnlyList<TemplateFault> Faults => Current().Faults;

    /// <summary>Why a package of this name cannot be used; null when there is none such.</summary>
    public TemplateFault? FaultOf(string name) => Current().Faults.FirstOrDefault(fault => fault.Name == name);

    private Contents Current()
    {
        lock (_reading)
        {
            if (_contents != Contents.Nothing && clock.GetElapsedTime(_lookedAt) < LookAgainAfter)
            {
                return _contents;
            }

            var stamp = Stamp();
            if (_contents.Stamp != stamp)
            {
                _contents = Read(stamp);
            }

            _lookedAt = clock.GetTimestamp();
            return _contents;
        }
    }

    /// <summary>Changes when a file of any package is added, removed or written.</summary>
    private string Stamp()
        => Directory.Exists(folders.Templates)
            ? string.Join('\n', new DirectoryInfo(folders.Templates).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal))
            : "no folder";

    private Contents Read(string stamp)
    {
        var templates = new Dictionary<string, RenderTemplate>(StringComparer.Ordinal);
        var faults = new List<TemplateFault>();
        foreach (var folder in Packages())
        {
            string? name = null;
            try
            {
                var template = TemplatePackageReader.Read(folder);
                name = template.Name;
                if (inspectors.Inspect(template.Description.Engine, template.Probe()) is { Count: > 0 } problems)
                {
                    throw new TemplateException(string.Join("; ", problems.Select(problem => problem.Reason).Distinct(StringComparer.Ordinal)));
                }

                if (!templates.TryAdd(template.Name, template))
                {
                    throw new TemplateException($"'{template.Name}' is described by another package, too; rename one of them");
                }
            }
            catch (TemplateException exception)
            {
                var fault = new TemplateFault(Path.Combine(folder, TemplatePackageReader.DescriptionFile), exception.Message, name);
                faults.Add(fault);
                PackageSkipped(logger, fault.File, fault.Reason);
            }
        }

        TemplatesRead(logger, templates.Count, folders.Templates, faults.Count);
        return new Contents(stamp, templates.ToFrozenDictionary(StringComparer.Ordinal), faults);
    }

    private IEnumerable<string> Packages()
        => Directory.Exists(folders.Templates) ? Directory.GetDirectories(folders.Templates).Order(StringComparer.Ordinal) : [];

    [LoggerMessage(Level = LogLevel.Warning, Message = "Template package skipped: {File}: {Reason}")]
    private static partial void PackageSkipped(ILogger logger, string file, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} templates read from {Folder}; {Faults} packages skipped")]
    private static partial void TemplatesRead(ILogger logger, int count, string folder, int faults);

    private sealed record Contents(string Stamp, FrozenDictionary<string, RenderTemplate> Templates, IReadOnlyList<TemplateFault> Faults)
    {
        public static readonly Contents Nothing = new("", FrozenDictionary<string, RenderTemplate>.Empty, []);
    }
}
