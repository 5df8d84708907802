using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EngageBot.Library;

/// <summary>Puts the library at everybody's disposal.</summary>
internal static class LibraryRegistration
{
    public static WebApplicationBuilder AddLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LibraryOptions>().BindConfiguration("Library").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LibraryOptions>, LibraryOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => Load(services.GetRequiredService<IOptions<LibraryOptions>>().Value.Path));
        builder.Services.AddHostedService<LibraryWatcher>();
        return builder;
    }

    private static PromptLibrary Load(string path)
    {
        var library = new PromptLibrary(path);
        library.Refresh();
        return library;
    }
}
