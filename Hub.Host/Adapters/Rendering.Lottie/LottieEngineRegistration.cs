using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Ffmpeg;
using Hub.Adapters.Rendering.Lottie.Fonts;
using Hub.Adapters.Rendering.Lottie.Inspection;
using Hub.Adapters.Rendering.Lottie.SelfChecks;
using Hub.Contracts.Engine;
using Hub.Modules.Kernel;
using Hub.Modules.Kernel.SelfChecks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Adapters.Rendering.Lottie;

/// <summary>Adds the Lottie engine to a container.</summary>
public static class LottieEngineRegistration
{
    /// <summary>Registers the engine named <c>lottie</c> and its inspector; reads the sections <c>Fonts</c> and <c>Ffmpeg</c>.</summary>
    public static IServiceCollection AddLottieEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<FontOptions>(configuration, FontOptions.SectionName);
        services.AddValidatedOptions<FfmpegOptions>(configuration, FfmpegOptions.SectionName);
        services.AddMetrics();
        services.AddSingleton<FontIndex>();
        services.AddSingleton<FontLibrary>();
        services.AddSingleton<TextShaper>();
        services.AddSingleton<TextOutliner>();
        services.AddSingleton<CompositionFiller>();
        services.AddSingleton<LottieMetrics>();
        services.AddSingleton<ISelfCheck, FfmpegCheck>();
        services.AddSingleton<ISelfCheck, FontCheck>();
        services.AddSingleton<IClipInspector, LottieInspector>();
        return services.AddSingleton<IRenderEngine, LottieEngine>();
    }
}
