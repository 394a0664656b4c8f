using System.CommandLine;
using System.Globalization;
using Hub.Adapters.Rendering.Lottie;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Bench.Measuring;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Bench.Rendering;

/// <summary>
/// <c>render</c>: seconds and frames a second of every shipped template, in every format, beside the naive way and the two
/// floors (drawing alone, encoding alone), interleaved in one run.
/// </summary>
internal static class RenderBench
{
    private const string LowerThird = "NAME";

    /// <summary>A lower third may take this part of the naive way's time.</summary>
    private const double MostOfNaive = 0.35;

    private const int ShortRounds = 2;
    private const int LongRounds = 7;

    private static readonly Option<bool> Long = new("--long") { Description = "Seven rounds instead of two." };
    private static readonly Option<string?> Only = new("--template") { Description = "This template only." };

    public static Command Create()
    {
        var command = new Command("render", "Measure how fast clips are made.") { Options = { Long, Only } };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(Long) ? LongRounds : ShortRounds, arguments.GetValue(Only)));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, string? only)
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-");
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddLottieEngine(new ConfigurationBuilder().AddEnvironmentVariables().Build()).BuildServiceProvider();
            List<TemplateResult> results = [];
            Console.WriteLine($"{"seconds; medians of " + rounds,-32} {"engine",7} {"fps",6} {"naive",7} {"ratio",6} {"draw",6} {"encode",6} {"cpu s",6} {"MB",5}");
            foreach (var template in Templates(services, folder.FullName).Where(template => only is null || template.Name == only))
            {
                if (results.Count == 0)
                    await template.RenderAsync(ClipFormat.MovAlpha);
                // What a goal hangs on is measured longer.
                results.Add(await MeasureAsync(template, template.Name == LowerThird ? LongRounds : rounds, folder.FullName));
                Print(results[^1]);
            }

            Console.WriteLine();
            Console.WriteLine($"Written to {ResultFile.Write("render", results)}");
            return Judge(results);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<FilledTemplate> Templates(IServiceProvider services, string folder)
        => from package in Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates")).Order(StringComparer.Ordinal)
           let template = TemplatePackageReader.Read(package)
           let fields = ExampleFields.Of(template)
           select new FilledTemplate(template.Name, format => template.Resolve(fields, new OutputSettings(format), Path.Combine(folder, "clip"), new PictureFolders(null, PictureFolders.SystemFlags)), services.GetRequiredService<IRenderEngine>(), services.GetRequiredService<CompositionFiller>());

    /// <summary>The ways take turns, so that whatever else the machine does disturbs all of them alike. The other formats, which compare with nothing, take one.</summary>
    private static async Task<TemplateResult> MeasureAsync(FilledTemplate template, int rounds, string folder)
    {
        var frames = Path.Combine(folder, "frames.rgba");
        await template.WriteFramesAsync(frames);
        List<Measurement> engine = [], naive = [], drawing = [], encoding = [];
        for (var round = 0; round < rounds; round++)
        {
            engine.Add(await Measurement.OfAsync(() => template.RenderAsync(ClipFormat.MovAlpha)));
            naive.Add(await Measurement.OfAsync(template.RenderNaivelyAsync));
            drawing.Add(await Measurement.OfAsync(() => Task.Run(template.Draw)));
            encoding.Add(await Measurement.OfAsync(() => template.EncodeAsync(frames)));
        }

        var formats = new Dictionary<string, Measurement>(StringComparer.Ordinal);
        foreach (var format in Enum.GetValues<ClipFormat>().Where(format => format != ClipFormat.MovAlpha))
            formats[format.ToString()] = await Measurement.OfAsync(() => template.RenderAsync(format));
        return new(template.Name, template.Frames, Measurement.Median(engine), Measurement.Median(naive), Measurement.Median(drawing), Measurement.Median(encoding), formats);
    }

    private static void Print(TemplateResult result)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Template,-32} {result.Engine.Seconds,7:0.00} {result.Frames / result.Engine.Seconds,6:0} {result.Naive.Seconds,7:0.00} {result.OfNaive,6:0.00} {result.Drawing.Seconds,6:0.00} {result.Encoding.Seconds,6:0.00} {result.Engine.ProcessorSeconds,6:0.00} {result.Engine.PeakMegabytes,5:0}"));
        foreach (var (format, measured) in result.Formats)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {format,-30} {measured.Seconds,7:0.00} {result.Frames / measured.Seconds,6:0} {"",36} {measured.ProcessorSeconds,6:0.00} {measured.PeakMegabytes,5:0}"));
        }
    }

    private static int Judge(IReadOnlyList<TemplateResult> results)
        => Goal.Judge([.. results.Where(result => result.Template == LowerThird).Select(result => Goal.AtMost($"{LowerThird}, 5 s, 1080p, alpha: part of the naive time", result.OfNaive, MostOfNaive))]);
}
