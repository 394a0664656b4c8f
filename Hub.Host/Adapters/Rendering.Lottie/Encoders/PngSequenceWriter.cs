using System.Globalization;
using System.Runtime.InteropServices;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Encoders;

/// <summary>
/// Writes a folder with a PNG for each frame: <c>name_00000.png</c> and so on. A frame that shows nothing new is not compressed again,
/// only written again.
/// </summary>
internal sealed class PngSequenceWriter : IClipEncoder
{
    private readonly string _folder;
    private readonly string _name;
    private readonly SKRectI _area;
    private readonly SKBitmap _frame;
    private readonly CancellationToken _cancelled;
    private byte[] _png = [];
    private int _frames;

    private PngSequenceWriter(RenderClip clip, SKRectI area, CancellationToken cancellationToken)
    {
        _folder = clip.OutputFile;
        _name = Path.GetFileName(clip.OutputFile).Split('.')[0];
        _area = area;
        _cancelled = cancellationToken;
        _frame = new SKBitmap(new SKImageInfo(clip.Width, clip.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        _frame.Erase(SKColors.Transparent);
    }

    /// <summary>Begins a sequence in the folder that the clip names as its output.</summary>
    public static PngSequenceWriter Start(RenderClip clip, SKRectI area, CancellationToken cancellationToken) => new(clip, area, cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(ReadOnlyMemory<byte> frame, bool isRepeat) => Task.Run(() => WriteAsync(isRepeat ? null : (ReadOnlyMemory<byte>?)frame), _cancelled);

    /// <inheritdoc />
    public Task<int> FinishAsync() => Task.FromResult(_frames);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _frame.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte>? changed)
    {
        if (changed is { } pixels) _png = Compress(MemoryMarshal.Cast<byte, uint>(pixels.Span));

        var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_name}_{_frames:00000}.png"));
        try
        {
            await File.WriteAllBytesAsync(file, _png, _cancelled);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Frame '{file}' cannot be written: {exception.Message}", isFinal: false, exception) { IsOutputFault = true };
        }

        _frames++;
    }

    private byte[] Compress(ReadOnlySpan<uint> area)
    {
        using var pixmap = _frame.PeekPixels();
        var whole = pixmap.GetPixelSpan<uint>();
        for (var row = 0; row < _area.Height; row++)
        {
            area.Slice(row * _area.Width, _area.Width).CopyTo(whole[(((_area.Top + row) * _frame.Width) + _area.Left)..]);
        }

        using var png = pixmap.Encode(QuickPng.Options) ?? throw new RenderEngineException($"There is no memory for a picture of {_frame.Width} × {_frame.Height} pixels.", isFinal: false);
        return png.ToArray();
    }
}
