namespace Hub.Adapters.Rendering.Lottie.Encoders;

/// <summary>Takes a clip's frames one by one, in order, and makes the file of them. Disposing ends the work wherever it is.</summary>
internal interface IClipEncoder : IAsyncDisposable
{
    /// <summary>Takes the pixels of the plan's area; the buffer may be changed again when the task has ended.</summary>
    /// <param name="frame">Pixels, in the layout that goes with the format.</param>
    /// <param name="isRepeat">True when they are the same as in the call before.</param>
    Task WriteAsync(ReadOnlyMemory<byte> frame, bool isRepeat);

    /// <summary>Completes the file.</summary>
    /// <returns>Frames in it.</returns>
    Task<int> FinishAsync();
}
