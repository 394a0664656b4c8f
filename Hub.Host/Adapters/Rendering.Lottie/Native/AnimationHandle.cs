namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>A loaded animation.</summary>
internal sealed class AnimationHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        SkottieNative.AnimationUnref(handle);
        return true;
    }
}
