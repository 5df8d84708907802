using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

internal static class PostingSetup
{
    public static void AddPosting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PostingOptions>().BindConfiguration(PostingOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<PostingOptions>, PostingOptionsValidator>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<Outcomes>();
        builder.Services.AddSingleton<TimelineEvidence>();
        builder.Services.AddSingleton<PictureUploads>();
        builder.Services.AddSingleton<Poster>();
        builder.Services.AddSingleton<Settler>();
        builder.Services.AddHostedService<PostingService>();
    }
}
