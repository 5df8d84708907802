using Microsoft.Extensions.Options;

namespace EngageBot.Learning;

internal static class LearningSetup
{
    /// <summary>Lets the reader learn from people. Call it before <c>AddListening</c>: what was learned before should read the first mention.</summary>
    public static void AddLearning(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LearningOptions>().BindConfiguration(LearningOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LearningOptions>, LearningOptionsValidator>();
        builder.Services.AddSingleton<Lessons>();
        builder.Services.AddSingleton<LessonBook>();
        builder.Services.AddSingleton<VersionShelf>();
        builder.Services.AddSingleton<LiveHeads>();
        builder.Services.AddSingleton<Refits>();
        builder.Services.AddSingleton<ModelCards>();
        builder.Services.AddHostedService<LearningService>();
    }
}
