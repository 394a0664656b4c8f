using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Adapters.Rendering.Lottie;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Fonts;
using Hub.Contracts.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>A folder, an engine and the words to make clips with them.</summary>
internal sealed class LottieWorkbench : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-lottie-");
    private readonly ServiceProvider _services;
    private int _clips;

    /// <param name="settings">Configuration, e.g. <c>Ffmpeg:StallSeconds</c>.</param>
    public LottieWorkbench(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection().AddLogging().AddLottieEngine(configuration).BuildServiceProvider();
    }

    public IRenderEngine Engine => _services.GetRequiredService<IRenderEngine>();

    public CompositionFiller Filler => _services.GetRequiredService<CompositionFiller>();

    public FontLibrary Fonts => _services.GetRequiredService<FontLibrary>();

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The instruction to render a composition at its own size.</summary>
    public RenderClip Clip(TestComposition composition) => Clip(composition.Json, composition.Width, composition.Height);

    /// <summary>The instruction to render any JSON.</summary>
    public RenderClip Clip(JsonNode json, int width, int height) => Clip(json.ToJsonString(), width, height);

    /// <summary>The instruction to render any text as if it were a composition.</summary>
    public RenderClip Clip(string json, int width, int height)
    {
        var number = ++_clips;
        var file = PathOf($"composition-{number}.json");
        File.WriteAllText(file, json);
        return Clip(file, width, height, number);
    }

    /// <summary>The instruction to render a file.</summary>
    public RenderClip ClipOf(string compositionFile, int width, int height) => Clip(compositionFile, width, height, ++_clips);

    /// <summary>Renders and decodes.</summary>
    public async Task<DecodedClip> RenderAsync(RenderClip clip)
    {
        await Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);
        return await DecodedClip.ReadAsync(clip.OutputFile, clip.Width, clip.Height);
    }

    /// <summary>Renders what cannot be rendered.</summary>
    /// <returns>The error.</returns>
    public async Task<RenderEngineException> FailAsync(RenderClip clip)
    {
        var render = () => Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);
        return (await render.Should().ThrowAsync<RenderEngineException>()).Which;
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private RenderClip Clip(string file, int width, int height, int number) => new()
    {
        CompositionFile = file,
        Texts = [],
        HiddenLayers = [],
        Format = ClipFormat.MovAlpha,
        Width = width,
        Height = height,
        FramesPerSecond = 30,
        OutputFile = PathOf($"clip-{number}.mov.part"),
    };
}
