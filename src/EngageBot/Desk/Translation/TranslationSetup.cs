using EngageBot.People;

namespace EngageBot.Desk.Translation;

internal static class TranslationSetup
{
    public static void AddTranslation(this IServiceCollection services)
    {
        services.AddSingleton<Phrasebooks>();
        services.AddScoped<Phrases>();
        services.AddScoped<Liking>();
    }

    /// <summary>Every page is in the language that its browser asks for, until the desk knows whose it is.</summary>
    public static void UseTranslation(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            var services = context.RequestServices;
            services.GetRequiredService<Phrases>().Speak(services.GetRequiredService<Phrasebooks>().Choose(null, context.Wishes()));
            return next(context);
        });

    /// <summary>The languages that the browser asks for, the dearest first.</summary>
    public static IEnumerable<string> Wishes(this HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => wish.Value.ToString());

    /// <summary>The language that somebody who is signed in has chosen.</summary>
    public static async Task SpeakToAsync(this Phrases phrases, HttpContext context)
    {
        if (context.User.UserId() is not { } person)
            return;
        var services = context.RequestServices;
        var preferences = await services.GetRequiredService<PreferenceStore>().OfAsync(person, context.RequestAborted);
        phrases.Speak(services.GetRequiredService<Phrasebooks>().Choose(preferences.Language, context.Wishes()));
    }
}
