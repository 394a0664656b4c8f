using System.Runtime.InteropServices;

namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>A pointer owned by us that libSkiaSharp frees.</summary>
internal abstract class NativeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}
