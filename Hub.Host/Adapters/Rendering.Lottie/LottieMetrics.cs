using System.Diagnostics.Metrics;

namespace Hub.Adapters.Rendering.Lottie;

/// <summary>Figures of the engine, under the meter <c>Hub.Rendering.Lottie</c>.</summary>
internal sealed class LottieMetrics
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _drawn;
    private readonly Counter<long> _repeated;

    public LottieMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Hub.Rendering.Lottie");
        _duration = meter.CreateHistogram<double>("hub.render.clip.duration", "s", "Time to draw and encode a clip.");
        _drawn = meter.CreateCounter<long>("hub.render.frames.drawn", "{frame}", "Frames that were drawn.");
        _repeated = meter.CreateCounter<long>("hub.render.frames.repeated", "{frame}", "Frames that were the same as the one before.");
    }

    public void ClipRendered(int drawn, int frames, TimeSpan duration)
    {
        _duration.Record(duration.TotalSeconds);
        _drawn.Add(drawn);
        _repeated.Add(frames - drawn);
    }
}
