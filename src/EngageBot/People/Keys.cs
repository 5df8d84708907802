using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace EngageBot.People;

/// <summary>Keeps the keys that protect cookies in a folder that only this user can read, so that a restart signs nobody out.</summary>
internal sealed class Keys(IOptions<PeopleOptions> options, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions keys)
    {
        var folder = options.Value.KeysFolder;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
    }
}
