@echo off
rem Starts Network Shell. JAVA_HOME names the Java to use, 17 or newer; without it, it is the one on the path.
rem NETWORK_SHELL_JAVA_OPTS has more options for Java. See network-shell, which does the same in a POSIX shell.
setlocal
set "JAR=%~dp0..\lib\network-shell.jar"
if not exist "%JAR%" (
    echo Error: The installation is not complete: there is no %JAR%. 1>&2
    exit /b 2
)
set "JAVA=java.exe"
if not defined JAVA_HOME goto start
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" (
    echo Error: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe; allowed: the folder of a Java 17 or newer. 1>&2
    exit /b 2
)

rem Classes from an archive, which Java writes at the end of a run and which fits one Java and one jar.
set "SHARED="
set "VERSION="
if "%~1"=="run" goto archive
if "%~1"=="exec" goto archive
if "%~1"=="get" goto archive
if "%~1"=="put" goto archive
if "%~1"=="backup" goto archive
goto start

:archive
if not defined LOCALAPPDATA goto start
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release" 2^>nul') do set "VERSION=%%~v"
if not defined VERSION goto start
for %%f in ("%JAR%") do set "SIZE=%%~zf"
set "CACHE=%LOCALAPPDATA%\network-shell"
set "ARCHIVE=%CACHE%\java-%VERSION%-%SIZE%-%~1.jsa"
if exist "%ARCHIVE%.complete" (
    set SHARED="-XX:SharedArchiveFile=%ARCHIVE%"
    goto start
)
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%" goto start
set SHARED="-XX:ArchiveClassesAtExit=%ARCHIVE%" "-Dnetworkshell.archive.complete=%ARCHIVE%.complete"
rem Until Java 21, an archive remembers that a method waited for the compiler, and it then waits forever (JDK-8306460).
for /f "delims=." %%v in ("%VERSION%") do if %%v LSS 21 set SHARED=%SHARED% -XX:-BackgroundCompilation

:start
rem Compiled soon: Java uses the processor's instructions for AES-GCM only in what its second compiler made.
set SOON="-XX:CompileCommand=quiet"
set SOON=%SOON% "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.GHASH::*,0.01"
set SOON=%SOON% "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.CounterMode::*,0.01"
set SOON=%SOON% "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.GCTR::*,0.01"
set SOON=%SOON% "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.GaloisCounterMode*::*,0.01"
rem All else later than usual: what the second compiler makes in a short command is never used.
set SOON=%SOON% -XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=2000 -XX:Tier4CompileThreshold=45000
"%JAVA%" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -Xms20m -XX:NewSize=6m %SOON% %NETWORK_SHELL_JAVA_OPTS% %SHARED% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
