namespace EngageBot.Storage;

internal static class StorageSetup
{
    /// <summary>The database, its journal and its bell. Call <see cref="Migrations.ApplyAsync"/> before the host starts.</summary>
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<Migrations>();
        builder.Services.AddSingleton<Backups>();
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddSingleton<AccountStore>();
        builder.Services.AddSingleton<PictureStore>();
        builder.Services.AddHostedService<BellWire>();
    }
}
