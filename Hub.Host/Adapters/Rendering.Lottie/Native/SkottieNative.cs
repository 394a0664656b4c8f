using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;

[assembly: DisableRuntimeMarshalling]

namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>
/// Entry points of Skia's Lottie player that libSkiaSharp exports and the SkiaSharp package does not wrap.
/// Names and signatures are those of SkiaSharp's C API, milestone 155.
/// </summary>
internal static partial class SkottieNative
{
    private const string Library = "libSkiaSharp";

    /// <summary>Builder flag: glyphs in the document's <c>chars</c> win over installed fonts.</summary>
    public const uint PreferEmbeddedFonts = 2;

    [LibraryImport(Library, EntryPoint = "skottie_animation_builder_new")]
    public static partial AnimationBuilderHandle BuilderNew(uint flags);

    [LibraryImport(Library, EntryPoint = "skottie_animation_builder_delete")]
    public static partial void BuilderDelete(nint builder);

    [LibraryImport(Library, EntryPoint = "skottie_animation_builder_set_resource_provider")]
    public static partial void BuilderSetResourceProvider(AnimationBuilderHandle builder, ResourceProviderHandle provider);

    [LibraryImport(Library, EntryPoint = "skottie_animation_builder_make_from_data")]
    public static partial AnimationHandle BuilderMakeFromData(AnimationBuilderHandle builder, ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(Library, EntryPoint = "skottie_animation_unref")]
    public static partial void AnimationUnref(nint animation);

    [LibraryImport(Library, EntryPoint = "skottie_animation_get_size")]
    public static partial void AnimationGetSize(AnimationHandle animation, out SKSize size);

    [LibraryImport(Library, EntryPoint = "skottie_animation_get_fps")]
    public static partial double AnimationGetFramesPerSecond(AnimationHandle animation);

    [LibraryImport(Library, EntryPoint = "skottie_animation_get_duration")]
    public static partial double AnimationGetDuration(AnimationHandle animation);

    [LibraryImport(Library, EntryPoint = "skottie_animation_seek_frame")]
    public static partial void AnimationSeekFrame(AnimationHandle animation, float frame, InvalidationHandle invalidation);

    [LibraryImport(Library, EntryPoint = "skottie_animation_render")]
    public static partial void AnimationRender(AnimationHandle animation, nint canvas, in SKRect destination);

    [LibraryImport(Library, EntryPoint = "sksg_invalidation_controller_new")]
    public static partial InvalidationHandle InvalidationNew();

    [LibraryImport(Library, EntryPoint = "sksg_invalidation_controller_delete")]
    public static partial void InvalidationDelete(nint invalidation);

    [LibraryImport(Library, EntryPoint = "sksg_invalidation_controller_reset")]
    public static partial void InvalidationReset(InvalidationHandle invalidation);

    [LibraryImport(Library, EntryPoint = "sksg_invalidation_controller_get_bounds")]
    public static partial void InvalidationGetBounds(InvalidationHandle invalidation, out SKRect bounds);

    [LibraryImport(Library, EntryPoint = "sk_string_new_with_copy")]
    public static partial NativeStringHandle StringNew(ReadOnlySpan<byte> utf8, nuint length);

    [LibraryImport(Library, EntryPoint = "sk_string_destructor")]
    public static partial void StringDelete(nint text);

    [LibraryImport(Library, EntryPoint = "skresources_file_resource_provider_make")]
    public static partial ResourceProviderHandle FileResourceProviderMake(NativeStringHandle folder, [MarshalAs(UnmanagedType.U1)] bool predecode);

    [LibraryImport(Library, EntryPoint = "skresources_data_uri_resource_provider_proxy_make")]
    public static partial ResourceProviderHandle DataUriResourceProviderMake(ResourceProviderHandle inner, [MarshalAs(UnmanagedType.U1)] bool predecode);

    [LibraryImport(Library, EntryPoint = "skresources_resource_provider_unref")]
    public static partial void ResourceProviderUnref(nint provider);
}
